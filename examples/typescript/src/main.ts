import { connectFleetClient } from 'lightsail-fleet/client';
import { createService } from './service.js';

// TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_PROFILE, temporal.toml, as every Temporal tool reads them.
const fleets = await connectFleetClient();
const service = createService(fleets);
service.listen(Number(process.env['PORT'] ?? 8080), '127.0.0.1', () => {
  console.log(JSON.stringify({ listening: service.address(), temporal: fleets.address }));
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    service.close(() => void fleets.close());
    // Those that follow a fleet would hold it open; the fleets go on.
    service.closeAllConnections();
  });
}
