import type { Lane } from '../campaign/lane';
import { untilEdge } from './boundaries';
import { playFleets, type PlayedFleet } from './play-fleets';
import type { RecordedEdge } from './record-runs';
import { REGIONS } from './regions';

export interface PlayedEdge {
  edge: RecordedEdge;
  played: PlayedFleet;
  hasCome: boolean;
}

export interface PlayEdgesInput {
  lanes: readonly Lane[];
  edges: readonly RecordedEdge[];
  happen: (lane: Lane) => Promise<void>;
}

/** Lets something happen as soon as history shows each of these edges: one run after another in each lane. */
export async function playEdges({ lanes, edges, happen }: PlayEdgesInput): Promise<PlayedEdge[]> {
  const [region = ''] = REGIONS;
  const all: PlayedEdge[] = [];
  const waiting = edges.entries();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const [index, edge] of waiting) {
        let hasCome = false;
        const [played] = await playFleets({
          lane,
          fleets: [{ region, shape: edge.shape, faults: [] }],
          idPrefix: `edge-${String(index)}`,
          meanwhile: async ([fleet]) => {
            const { client } = lane.ground;
            hasCome = await untilEdge({ client, workflowId: fleet?.id ?? '', edge });
            if (hasCome) await happen(lane);
          },
        });
        if (played !== undefined) all.push({ edge, played, hasCome });
      }
    }),
  );
  return all;
}
