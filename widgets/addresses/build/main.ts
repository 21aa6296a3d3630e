import { parseArgs } from 'node:util';

import { ImportError } from './dbf.ts';
import { importAddresses } from './import.ts';

const USAGE = 'npm run addresses -- --from ПАПКА [--out dist/widgets/addresses] [--region 22]';

try {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      out: { type: 'string', default: 'dist/widgets/addresses' },
      region: { type: 'string' },
    },
  });
  if (!values.from) throw new ImportError(`Не сказано, откуда брать адреса: ${USAGE}`);
  if (values.region && !/^\d\d$/.test(values.region))
    throw new ImportError('Код региона — две цифры, например --region 22.');
  const made = importAddresses({ from: values.from, out: values.out, region: values.region });
  const { former, broken, orphans } = made.skipped;
  const number = new Intl.NumberFormat('ru');
  console.log(
    `Адреса на ${made.date}: мест — ${number.format(made.places)}, улиц — ${number.format(made.streets)}.\n` +
      `Пропущено: прежних названий — ${former}, неверных записей — ${broken}, улиц без места — ${orphans}.\n` +
      `Записано в ${values.out}: файлов — ${made.files}, всего ${number.format(Math.ceil(made.bytes / 1024))} КБ.`,
  );
} catch (error) {
  const known = error instanceof Error && (error instanceof ImportError || 'code' in error);
  if (!known) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
