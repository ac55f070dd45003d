import { Arg, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { memberOf, shopOf, type Context } from '../api/context.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { MANAGE_MEMBERS, May } from '../api/rules.js';
import { loadShop } from '../shops/shop.js';
import { updateShopSettings } from './shop-settings.js';
import { ShopSettingsView, UpdateShopSettingsInput } from './shop-settings.view.js';

const UpdateShopSettingsResult = createUnionType({
  name: 'UpdateShopSettingsResult',
  description: 'The settings as they are now, or why not.',
  types: () => [ShopSettingsView, Refusal] as const,
});

@Resolver()
export class ShopSettingsResolver {
  @Query(() => ShopSettingsView, { description: 'What is set about this shop. For accountants.' })
  @May(MANAGE_MEMBERS)
  async shopSettings(@Ctx() context: Context): Promise<ShopSettingsView> {
    return new ShopSettingsView(await loadShop(context.deps.sql, shopOf(context)));
  }

  @Mutation(() => UpdateShopSettingsResult, { description: 'Sets what is given, from now on.' })
  @May(MANAGE_MEMBERS)
  async updateShopSettings(
    @Ctx() context: Context,
    @Arg('input', () => UpdateShopSettingsInput) input: UpdateShopSettingsInput,
  ): Promise<ShopSettingsView | Refusal> {
    const caller = memberOf(context);
    return orRefusal(async () => new ShopSettingsView(await updateShopSettings(context.deps, caller, input)));
  }
}
