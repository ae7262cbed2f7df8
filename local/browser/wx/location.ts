/** Where something is: a map without streets, on which one taps and names the place. */
import { config } from 'virtual:config';
import { make } from '../runtime/dom';
import { openDialog } from '../runtime/overlays';
import { api, ApiFailure } from './api';

interface Point {
  latitude: number;
  longitude: number;
}

/** The middle of the map when nobody says where: the invented town lies here. */
const TOWN: Point = { latitude: 30.2, longitude: 120.2 };
/** Degrees from one edge of the map to the other: about a kilometre. */
const SPAN = 0.01;

export const location = {
  chooseLocation: api('chooseLocation', async ({ latitude = TOWN.latitude, longitude = TOWN.longitude }: Partial<Point>) => {
    // since 2022 WeChat refuses what app.json does not name
    if (!config.app.requiredPrivateInfos?.includes('chooseLocation')) {
      throw new ApiFailure('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json');
    }
    const point: Point = { latitude, longitude };
    const name = make('input', { type: 'text', 'aria-label': '这是哪里', placeholder: '这是哪里，例如 北门' });
    const index = await openDialog({ label: '在地图上选', content: [map(point), name], actions: ['取消', '确定'] });
    if (index !== 1) throw new ApiFailure('cancel');
    return { ...point, name: name.value.trim(), address: '云澄市望河区' };
  }),
};

/** A tap moves the pin, and with it the point. */
function map(point: Point): HTMLElement {
  const middle = { ...point };
  const pin = make('i', { class: 'host-pin' });
  const ground = make('div', { class: 'host-map', role: 'img', 'aria-label': '地图' }, pin);
  ground.addEventListener('click', ({ offsetX, offsetY }) => {
    const [right, down] = [offsetX / ground.clientWidth, offsetY / ground.clientHeight];
    pin.style.left = `${right * 100}%`;
    pin.style.top = `${down * 100}%`;
    point.longitude = middle.longitude + (right - 0.5) * SPAN;
    point.latitude = middle.latitude - (down - 0.5) * SPAN;
  });
  return ground;
}
