/**
 * `arn:aws:lightsail:us-east-1:123456789012:Instance/…` names the account of the resource.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function accountOfArn(arn: string | undefined): string | undefined {
  const accountId = arn?.split(':')[4];
  return accountId === '' ? undefined : accountId;
}
