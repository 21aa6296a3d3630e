/** The event by which a form tells its step: see `widgets/forms/step-event.ts`. */
type FormStepEvent = Event & { title: string; step: number; steps: number; mistakes: number };

/** Has the title of the page say the step of its form, and how many mistakes there are: it is what a tab shows and a screen reader reads first. */
const ownTitle = document.title;
document.addEventListener('okno-form-step', (event) => {
  const { title, step, steps, mistakes } = event as FormStepEvent;
  const errors = mistakes ? `Ошибок: ${mistakes} — ` : '';
  document.title = `${errors}Шаг ${step} из ${steps}: ${title} — ${ownTitle}`;
});
