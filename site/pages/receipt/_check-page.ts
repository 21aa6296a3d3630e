/** Checks a receipt by the keys of the page: the one in the address, one that is pasted, or the saved file. */
import * as v from 'valibot';

import {
  ReceiptKeysSchema,
  type Receipt,
  type ReceiptKeys,
} from '../../../widgets/contract/receipts/schemas.ts';
import {
  checkReceipt,
  findSignedReceipt,
  type CheckedReceipt,
} from '../../../widgets/contract/receipts/signed-receipt.ts';

type Keys = ReceiptKeys['keys'];

/** Where keys are kept that the portal has told, for the next time without a connection. */
const STORED_KEYS = 'okno-receipt-keys';

const VERDICTS: Record<CheckedReceipt['result'], { title: string; text: string }> = {
  genuine: {
    title: '✓ Расписка настоящая',
    text: 'Её подписал портал, и с тех пор в ней ничего не изменили.',
  },
  changed: {
    title: '▲ Расписка не настоящая',
    text: 'Подпись не сходится: в расписке что-то изменили или ввели её с ошибкой. Верить ей нельзя.',
  },
  unknownKey: {
    title: '▲ Проверить не получилось',
    text: 'Её подписали ключом, которого здесь нет. Если нет связи, проверьте, когда она появится; если есть, верить расписке нельзя.',
  },
  unreadable: {
    title: '▲ Это не расписка',
    text: 'Выберите файл, который сохранили вместе с номером заявления, или наведите камеру на QR-код расписки.',
  },
};

const box = document.getElementById('check') as HTMLElement;
const form = box.querySelector('form') as HTMLFormElement;
const verdict = document.getElementById('verdict') as HTMLElement;

async function check(text: string): Promise<void> {
  const signed = findSignedReceipt(text);
  const checked = signed === undefined ? { result: 'unreadable' as const } : await checkByKeys(signed);
  show(checked);
}

/** By the keys of the page and those that are stored; by those of the portal only where none of them has signed the receipt. */
async function checkByKeys(signed: string): Promise<CheckedReceipt> {
  const built = v.parse(
    v.pipe(v.string(), v.parseJson(), ReceiptKeysSchema.entries.keys),
    box.dataset['keys'],
  );
  const known = await checkReceipt(signed, [...built, ...storedKeys()]);
  return known.result === 'unknownKey' ? checkReceipt(signed, await fetchKeys()) : known;
}

function storedKeys(): Keys {
  try {
    return v.parse(ReceiptKeysSchema, JSON.parse(localStorage.getItem(STORED_KEYS) ?? '')).keys;
  } catch {
    return [];
  }
}

/** The keys of the portal; none where it does not answer. */
async function fetchKeys(): Promise<Keys> {
  try {
    const config = (await (await fetch(box.dataset['config'] ?? '')).json()) as { portal: string };
    const response = await fetch(new URL('/v1/receipt-keys', config.portal), { credentials: 'omit' });
    const fetched = v.parse(ReceiptKeysSchema, await response.json());
    localStorage.setItem(STORED_KEYS, JSON.stringify(fetched));
    return fetched.keys;
  } catch {
    return [];
  }
}

function show(checked: CheckedReceipt): void {
  const { title, text } = VERDICTS[checked.result];
  const [heading, sentence] = [document.createElement('h2'), document.createElement('p')];
  heading.textContent = title;
  sentence.textContent = text;
  verdict.replaceChildren(
    heading,
    sentence,
    ...(checked.result === 'genuine' ? [facts(checked.receipt)] : []),
  );
  verdict.dataset['result'] = checked.result;
  verdict.hidden = false;
}

function facts(receipt: Receipt): HTMLElement {
  const { number, service, agency, applicant, submittedAt, registeredOn, dueOn } = receipt;
  const entries: [name: string, fact: string | undefined][] = [
    ['Номер', number],
    ['Услуга', service],
    ['Кто ответит', agency],
    ['Заявитель', applicant],
    ['Подано', new Date(submittedAt).toLocaleString('ru', { dateStyle: 'long', timeStyle: 'short' })],
    ['Зарегистрируют', registeredOn && dayInWords(registeredOn)],
    ['Ответ не позднее', dayInWords(dueOn)],
  ];
  const list = document.createElement('dl');
  for (const [name, fact] of entries) {
    if (!fact) continue;
    const [dt, dd] = [document.createElement('dt'), document.createElement('dd')];
    dt.textContent = name;
    dd.textContent = fact;
    list.append(dt, dd);
  }
  return list;
}

const dayInWords = (day: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('ru', { dateStyle: 'long', timeZone: 'UTC' });

/** The receipt in the address of a QR code. */
function checkAddress(): void {
  if (location.hash.length > 1) void check(location.hash);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void check(form.querySelector('textarea')?.value ?? '');
});
form.querySelector('input')?.addEventListener('change', ({ currentTarget }) => {
  const [file] = (currentTarget as HTMLInputElement).files ?? [];
  void file?.text().then(check);
});
addEventListener('hashchange', checkAddress);
checkAddress();
