import * as v from 'valibot';
import { roles } from '../../../miniprogram/domain/identity/labels';
import { query } from '../../_kit/action';
import { anyone } from '../../_kit/policy';
import { homeFor } from '../home';

export const openHome = query('identity.home', {
  input: v.object({ as: v.exactOptional(v.picklist(roles, '没有这个身份。')) }),
  allow: anyone,
  run: (context, { as }) => homeFor(context, as),
});
