/** Before there is an admin: the station, and the one code with which whoever installs the system becomes its first admin. */
import { invitationId, newCode } from '../cloudfunctions/identity/invitations';
import { DAY } from '../miniprogram/domain/time/format';

/** The station's id: the top of every path of places. */
export const STATION = 'station';
/** Days that the first code lives. */
const CODE_DAYS = 7;

export interface Founding {
  readonly code: string;
  /** Documents by collection. */
  readonly documents: Readonly<Record<'places' | 'invitations', Record<string, string | number | boolean | string[]>>>;
}

/** Makes a new founding. `indexKey` is the functions' JIAAN_INDEX_KEY: codes are kept as its keyed hashes. */
export function foundingOf(stationName: string, indexKey: string, now: number): Founding {
  const code = newCode();
  const _id = withIndexKey(indexKey, () => invitationId(code));
  return {
    code,
    documents: {
      places: { _id: STATION, kind: 'station', name: stationName, isRetired: false, path: [STATION], key: `0:${stationName}:${STATION}`, rev: 1 },
      invitations: { _id, role: 'admin', scopeId: STATION, expiresAt: now + CODE_DAYS * DAY, madeBy: 'installation' },
    },
  };
}

/** The vault takes its keys from the environment, which in this process is somebody else's. */
function withIndexKey(key: string, work: () => string): string {
  const { JIAAN_INDEX_KEY: before } = process.env;
  process.env.JIAAN_INDEX_KEY = key;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env.JIAAN_INDEX_KEY;
    else process.env.JIAAN_INDEX_KEY = before;
  }
}
