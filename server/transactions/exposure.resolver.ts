import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loaderOf, type Context } from '../api/context.js';
import { May, SEE_TRANSACTION } from '../api/rules.js';
import { CardInformationView } from '../cards/card-information.view.js';
import { exposureLoader, type ExposureWindow } from './exposure.js';
import { ExposureView, ExposureWindowEnum } from './exposure.view.js';

@Resolver(() => CardInformationView)
export class CardExposureResolver {
  @FieldResolver(() => ExposureView, { description: 'What this card did at this shop lately.', complexity: 10 })
  @May(SEE_TRANSACTION)
  async exposure(
    @Ctx() context: Context,
    @Root() { row }: CardInformationView,
    @Arg('window', () => ExposureWindowEnum, { description: 'How far back.' }) window: ExposureWindow,
  ): Promise<ExposureView> {
    const name = `exposure of ${row.shop_id} in ${window}`;
    const loader = loaderOf(context, name, deps => exposureLoader(deps, row.shop_id, window));
    return new ExposureView(await loader.load(row.fingerprint));
  }
}
