/** Where the pages of 接孩子 are. */
import { codePage, visitPage } from '../../components/visit-card/visit-card.view';

const root = '/features/childcare';
const withId = (page: string) => (id: string) => `${root}/${page}/${page}?id=${id}`;

export const pages = {
  children: `${root}/children/children`,
  register: `${root}/register/register`,
  week: `${root}/week/week`,
  fetch: `${root}/fetch/fetch`,
  book: `${root}/book/book`,
  bookFor: withId('book'),
  visit: visitPage,
  code: codePage,
  child: withId('child'),
  person: withId('person'),
  guardian: withId('guardian'),
  card: withId('card'),
  kept: withId('kept'),
  history: withId('history'),
  letter: (code: string) => `${root}/letter/letter?code=${code}`,
} as const;
