/** Everything by keyboard alone, in a window of 320 × 256: 1280 × 1024 at 400 %. */
import { expect, test, type Page } from '@playwright/test';

import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

const { catalogue } = JOURNEY_ORIGINS;
/** Presses of Tab after which what is looked for is not on the page. */
const MOST_TABS = 120;

test.use({ viewport: { width: 320, height: 256 }, contextOptions: { reducedMotion: 'reduce' } });
test.beforeAll(() => journeySandbox.start());

/** The name of what has the focus, in whatever shadow tree, and whether it is in the window. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const { labels } = (element ?? {}) as Partial<HTMLInputElement>;
    const label = [...(labels ?? [])].map(({ textContent }) => textContent).join(' ');
    const { top = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {};
    const name = (element?.getAttribute('aria-label') ?? label) || (element?.textContent ?? '');
    return { name: name.replace(/\s+/g, ' ').trim(), isSeen: bottom > 0 && top < innerHeight };
  });

/** Presses Tab until something of this name has the focus; it is in the window then. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < MOST_TABS; presses++) {
    const now = await focused(page);
    if (now.name.startsWith(name)) {
      expect(now.isSeen, `${name} is in the window`).toBe(true);
      return;
    }
    passed.push(now.name.slice(0, 30));
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to «${name}»; on the way: ${passed.join(' · ')}`);
}

async function typeInto(page: Page, answers: Record<string, string>): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) {
    await tabTo(page, label);
    await page.keyboard.type(answer);
  }
}

async function pressOn(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

test('an application, its tracker, a rating, a complaint and a search', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(`${catalogue}services/detskiy-sad/apply/`);
  await expect(page.getByRole('heading', { name: 'О вас' })).toBeVisible();
  await typeInto(page, {
    Фамилия: 'Примерова',
    Имя: 'Анна',
    СНИЛС: '112-233-445 95',
    Телефон: '8 903 123-45-67',
    'Электронная почта': 'anna@example.ru',
  });
  await pressOn(page, 'Дальше: о ребёнке');
  await expect(page.getByRole('heading', { name: 'О ребёнке' })).toBeFocused();
  await expect(page).toHaveTitle(/^Шаг 2 из 5: О ребёнке — /);
  await pressOn(page, 'Дальше: адрес');
  await expect(page).toHaveTitle(/^Ошибок: 3 — Шаг 2 из 5/);
  await typeInto(page, {
    'Фамилия ребёнка': 'Примеров',
    'Имя ребёнка': 'Пётр',
    'Дата рождения': '01.02.2024',
  });
  await pressOn(page, 'Дальше: адрес');
  await expect(page.getByRole('heading', { name: 'Адрес и детский сад' })).toBeFocused();
  await typeInto(page, { 'Адрес, где живёт ребёнок': 'барн лен 12' });
  await expect(page.getByRole('option').first()).toContainText('Барнаул, пр-кт Ленина, 12');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await typeInto(page, { 'С какого дня': '01.09.2027' });
  await pressOn(page, 'Общеразвивающая', 'Space');
  await pressOn(page, 'Дальше: документы');
  await expect(page.getByRole('heading', { name: 'Документы' })).toBeFocused();
  await pressOn(page, 'Дальше: проверка');
  await expect(page.getByRole('heading', { name: 'Проверка' })).toBeFocused();
  await pressOn(page, 'Даю согласие', 'Space');
  await pressOn(page, 'Подать заявление');
  await expect(page.getByRole('heading', { name: 'Заявление принято' })).toBeFocused();
  const number = (await page.locator('[data-number]').textContent()) ?? '';
  const code = (await page.locator('[data-code]').textContent()) ?? '';

  await page.goto(`${catalogue}status/`);
  await typeInto(page, { 'Номер заявления': number, Код: code });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: number })).toBeFocused();

  await page.goto(`${catalogue}rate/`);
  await typeInto(page, { 'Номер заявления': number, Код: code });
  await pressOn(page, '1, плохо', 'Space');
  await page.keyboard.press('ArrowRight');
  await pressOn(page, 'Отправить оценку');
  await expect(page.getByText('Результата ещё нет')).toBeInViewport();
  journeySandbox.moveCase(number, { to: 'ready' });
  // The button has the focus still, above or below the notice: there is no room for both.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Спасибо' })).toBeFocused();

  await page.goto(`${catalogue}complain/`);
  await pressOn(page, 'Заявление долго не регистрируют', 'Space');
  await tabTo(page, 'На кого жалуетесь');
  await page.keyboard.press('ArrowDown');
  await typeInto(page, {
    'Расскажите, что произошло': 'Номера нет неделю.',
    'Как вас зовут': 'Анна Примерова',
    Телефон: '8 903 123-45-67',
  });
  await pressOn(page, 'Даю согласие', 'Space');
  await pressOn(page, 'Отправить жалобу');
  await expect(page.getByRole('heading', { name: 'Жалоба принята' })).toBeFocused();

  await page.goto(`${catalogue}search/`);
  await typeInto(page, { 'Что найти': 'садик' });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('«садик»');
  await pressOn(page, 'Запись ребёнка в детский сад');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('детский сад');
});
