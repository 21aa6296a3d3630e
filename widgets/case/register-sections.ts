import '../forms/register-file-field.ts';
import { CaseFiles } from './case-files.ts';
import { CaseForm } from './case-form.ts';
import { CaseHistory } from './case-history.ts';
import { CaseInvoices } from './case-invoices.ts';
import { CaseLetters } from './case-letters.ts';
import { CaseMend } from './case-mend.ts';
import { CaseNotices } from './case-notices.ts';
import { CaseVisit } from './case-visit.ts';
import { CaseStepUp } from './case-step-up.ts';

const ELEMENTS = {
  'okno-case-files': CaseFiles,
  'okno-case-form': CaseForm,
  'okno-case-history': CaseHistory,
  'okno-case-invoices': CaseInvoices,
  'okno-case-letters': CaseLetters,
  'okno-case-mend': CaseMend,
  'okno-case-notices': CaseNotices,
  'okno-case-step-up': CaseStepUp,
  'okno-case-visit': CaseVisit,
};

for (const [tag, element] of Object.entries(ELEMENTS))
  if (!customElements.get(tag)) customElements.define(tag, element);
