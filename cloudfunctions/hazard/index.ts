import { runClocks } from '../_kit/clock-round';
import { indexes } from '../_kit/collections';
import { serve } from '../_kit/dispatch';
import { flushOutbox } from '../_kit/outbox';
import { adviseHazard } from './actions/advise-hazard';
import { bindInvitation } from './actions/bind-invitation';
import { dismissHazard } from './actions/dismiss-hazard';
import { escalateHazard } from './actions/escalate-hazard';
import { linkDispute } from './actions/link-dispute';
import { listColleagues } from './actions/list-colleagues';
import { listDesk } from './actions/list-desk';
import { listMyHazards } from './actions/list-my-hazards';
import { makeInvitation } from './actions/make-invitation';
import { openHazard } from './actions/open-hazard';
import { orderRectification } from './actions/order-rectification';
import { readInvitation } from './actions/read-invitation';
import { recheckHazard } from './actions/recheck-hazard';
import { rectifyHazard } from './actions/rectify-hazard';
import { reportHazard } from './actions/report-hazard';
import { revokeInvitation } from './actions/revoke-invitation';
import { hazards } from './kind';

export const main = serve(
  'hazard',
  {
    'hazard.advise': adviseHazard,
    'hazard.bindInvitation': bindInvitation,
    'hazard.colleagues': listColleagues,
    'hazard.desk': listDesk,
    'hazard.dismiss': dismissHazard,
    'hazard.escalate': escalateHazard,
    'hazard.link': linkDispute,
    'hazard.listMine': listMyHazards,
    'hazard.makeInvitation': makeInvitation,
    'hazard.open': openHazard,
    'hazard.order': orderRectification,
    'hazard.readInvitation': readInvitation,
    'hazard.recheck': recheckHazard,
    'hazard.rectify': rectifyHazard,
    'hazard.report': reportHazard,
    'hazard.revokeInvitation': revokeInvitation,
  },
  async (now) => ({ clocks: await runClocks(hazards, indexes.hazardsToTick, now), messages: await flushOutbox() }),
);
