/** A point of the map, chosen by the person: the phone itself is never asked where it is. */
import type { MapPoint } from '../../typings/contract/dispute';
import { isCancelled } from './media';
import { SpokenError } from './sentences';

/** The longest name that goes with a point. */
const mostName = 60;

/** Nothing when the person changes his mind. Throws a `SpokenError`. */
export async function choosePoint(): Promise<MapPoint | undefined> {
  try {
    const { latitude, longitude, name, address } = await wx.chooseLocation({});
    return { latitude, longitude, name: (name || address || '地图上点的地方').slice(0, mostName) };
  } catch (error) {
    if (isCancelled(error)) return undefined;
    throw new SpokenError('打不开地图，请选近一点的楼，再在下面写清楚。');
  }
}
