import { downloadRoutes } from '../adapters/http/routes/download-routes.js';
import { OfferDownload } from '../application/download/offer-download.js';
import { TakeDownload } from '../application/download/take-download.js';
import { Transactions } from '../application/transactions.js';
import { AddressTokens } from '../ports/address-tokens.js';
import { Clock } from '../ports/clock.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

export const downloadFeature: Feature = {
  bind(container) {
    provide(container, OfferDownload, [Transactions, AddressTokens]);
    provide(container, TakeDownload, [UnitOfWork, AddressTokens, Clock]);
  },
  routes: (container) =>
    downloadRoutes({
      offerDownload: container.get(OfferDownload),
      takeDownload: container.get(TakeDownload),
    }),
};
