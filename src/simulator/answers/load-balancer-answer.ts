import type { LoadBalancer } from '../state/resources';
import { resourceAnswer } from './resource-answer';

/** `LoadBalancer` of the API model, as a new one is: without instances and without certificates. */
export function loadBalancerAnswer(loadBalancer: LoadBalancer): object {
  const { arn, region, current } = loadBalancer;
  const id = arn.slice(arn.lastIndexOf('/') + 1).replaceAll('-', '');
  return Object.assign(resourceAnswer(loadBalancer), {
    dnsName: `${id}-${loadBalancer.serial}.${region}.elb.amazonaws.com`,
    state: current.state,
    protocol: 'HTTP',
    publicPorts: [80],
    healthCheckPath: '/',
    instancePort: 80,
    instanceHealthSummary: [],
    tlsCertificateSummaries: [],
    // AWS's sample of GetLoadBalancers.
    configurationOptions: {
      SessionStickinessEnabled: 'false',
      SessionStickiness_LB_CookieDurationSeconds: '86400',
    },
    ipAddressType: 'dualstack',
    httpsRedirectionEnabled: false,
  });
}
