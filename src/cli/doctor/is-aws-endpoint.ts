/** AWS's own hosts, private ones (vpce) among them. */
const AWS_HOST = /(?:^|\.)(?:amazonaws\.com(?:\.cn)?|api\.aws|aws\.dev)$/;

export function isAwsEndpoint(endpoint: string): boolean {
  return URL.canParse(endpoint) && AWS_HOST.test(new URL(endpoint).hostname);
}
