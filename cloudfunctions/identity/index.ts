import { serve } from '../_kit/dispatch';
import { flushOutbox } from '../_kit/outbox';
import { deleteWhatIsTooOld } from '../_kit/retention';
import { acceptInvitation } from './actions/accept-invitation';
import { agreeToPrivacy } from './actions/agree-to-privacy';
import { grantRole } from './actions/grant-role';
import { listInbox } from './actions/list-inbox';
import { listPeople } from './actions/list-people';
import { listPlaces } from './actions/list-places';
import { makeInvitation } from './actions/make-invitation';
import { markRead } from './actions/mark-read';
import { openHome } from './actions/open-home';
import { revokeRole } from './actions/revoke-role';
import { saveHolidays } from './actions/save-holidays';
import { savePlace } from './actions/save-place';
import { saveProfile } from './actions/save-profile';
import { showHolidays } from './actions/show-holidays';
import { showMe } from './actions/show-me';
import { showTerritory } from './actions/show-territory';

export const main = serve(
  'identity',
  {
    'identity.home': openHome,
    'identity.me': showMe,
    'identity.consent': agreeToPrivacy,
    'identity.saveProfile': saveProfile,
    'identity.territory': showTerritory,
    'identity.inbox': listInbox,
    'identity.markRead': markRead,
    'identity.acceptInvitation': acceptInvitation,
    'identity.makeInvitation': makeInvitation,
    'identity.people': listPeople,
    'identity.grantRole': grantRole,
    'identity.revokeRole': revokeRole,
    'identity.places': listPlaces,
    'identity.savePlace': savePlace,
    'identity.holidays': showHolidays,
    'identity.saveHolidays': saveHolidays,
  },
  async (now) => ({ messages: await flushOutbox(), deleted: await deleteWhatIsTooOld(now) }),
);
