import * as v from 'valibot';
import { placeKinds } from '../../../miniprogram/domain/identity/labels';
import { identityLimits } from '../../../miniprogram/domain/identity/policy';
import { command } from '../../_kit/action';
import { id, phone, text } from '../../_kit/fields';
import { addPlace, changePlace, placeView } from '../places';
import { administering } from '../store';

export const savePlace = command('identity.savePlace', {
  input: v.object({
    id: v.exactOptional(id),
    kind: v.picklist(placeKinds, '请选是什么地点。'),
    name: text('名称', identityLimits.placeName),
    parentId: v.exactOptional(id),
    gridId: v.exactOptional(id),
    hasProperty: v.exactOptional(v.boolean()),
    phone: v.exactOptional(phone),
    isRetired: v.exactOptional(v.boolean()),
  }),
  allow: administering,
  run: async (context, wish) => placeView(wish.id === undefined ? await addPlace(context, wish) : await changePlace(context, wish.id, wish)),
});
