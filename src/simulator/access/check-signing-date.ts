import { AwsError } from '../errors/aws-error';

/** How far the time of a signature may be off (IAM User Guide, "Signature Version 4": five minutes to fifteen). */
const SKEW_MINUTES = 15;
const SKEW_MILLIS = SKEW_MINUTES * 60_000;

const AMZ_DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

export interface CheckSigningDateInput {
  /** `x-amz-date`. */
  amzDate: string | undefined;
  /** Of the credential scope: YYYYMMDD. */
  scopeDate: string;
  nowMillis: number;
}

/** The time at which a call was signed; throws where it is missing, or too far from now. */
export function checkSigningDate({ amzDate, scopeDate, nowMillis }: CheckSigningDateInput): Date {
  const signedAt = parseAmzDate(amzDate);
  if (signedAt === undefined) {
    const message = "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.";
    throw new AwsError({ type: 'IncompleteSignatureException', message });
  }
  const shown = formatAmzDate(signedAt.getTime());
  if (shown.slice(0, 8) !== scopeDate) {
    throw invalidSignature(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${scopeDate}' != '${shown.slice(0, 8)}', from '${shown}'.`,
    );
  }
  const [now, earliest, latest] = [nowMillis, nowMillis - SKEW_MILLIS, nowMillis + SKEW_MILLIS];
  if (signedAt.getTime() < earliest) {
    throw invalidSignature(
      `Signature expired: ${shown} is now earlier than ${formatAmzDate(earliest)} (${formatAmzDate(now)} - ${SKEW_MINUTES} min.)`,
    );
  }
  if (signedAt.getTime() > latest) {
    throw invalidSignature(
      `Signature not yet current: ${shown} is still later than ${formatAmzDate(latest)} (${formatAmzDate(now)} + ${SKEW_MINUTES} min.)`,
    );
  }
  return signedAt;
}

export function invalidSignature(message: string): AwsError {
  return new AwsError({ type: 'InvalidSignatureException', message });
}

function parseAmzDate(text: string | undefined): Date | undefined {
  const parts = AMZ_DATE.exec(text?.trim() ?? '');
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function formatAmzDate(millis: number): string {
  return new Date(millis).toISOString().replace(/[-:]|\.\d+/g, '');
}
