/** Placeholders of `fleet.nameTemplate`; all but `{index}` are the same for every name of a run. */
const PLACEHOLDER = /\{([^{}]*)\}/g;
const INDEX = /^index(?::0([1-9]))?$/;

/** Length of `{run}`: enough to keep repeats of one template apart, short enough for a name. */
const RUN_LENGTH = 6;

export interface NameTemplateInput {
  template: string;
  count: number;
  /** The run's start; `{date}` and `{time}` are taken from it in UTC. */
  startedAt: Date;
  ownerId: string;
}

/** What is wrong with a template, or undefined. Names that it gives are checked after expansion. */
export function findTemplateProblem(template: string): string | undefined {
  for (const [, placeholder = ''] of template.matchAll(PLACEHOLDER)) {
    if (!INDEX.test(placeholder) && !['date', 'time', 'run'].includes(placeholder)) {
      return `expected only {index}, {index:03}, {date}, {time} and {run} in braces, not "{${placeholder}}"`;
    }
  }
  if (/[{}]/.test(template.replace(PLACEHOLDER, ''))) return `expected every brace to be closed`;
  return undefined;
}

/** The names that a template gives: `{index}` counts from 1. */
export function expandNameTemplate({ template, count, startedAt, ownerId }: NameTemplateInput): string[] {
  const [date = '', time = ''] = startedAt.toISOString().replace(/[-:]/g, '').split(/[T.]/);
  const fixed: Record<string, string> = { date, time, run: ownerId.replaceAll('-', '').slice(0, RUN_LENGTH) };
  return Array.from({ length: count }, (_, position) =>
    template.replace(PLACEHOLDER, (whole, placeholder: string) => {
      const index = INDEX.exec(placeholder);
      if (index === null) return fixed[placeholder] ?? whole;
      return String(position + 1).padStart(Number(index[1] ?? 0), '0');
    }),
  );
}
