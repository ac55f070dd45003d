import { Arg, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { memberOf, shopOf, type Context } from '../api/context.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { MANAGE_MEMBERS, May } from '../api/rules.js';
import { createApiKey, listApiKeys, revokeApiKey } from './api-key.js';
import { ApiKeyCreatedView, ApiKeyView } from './api-key.view.js';
import { CreateApiKeyInput, RevokeApiKeyInput } from './member.inputs.js';

const KEYS_SHOWN = 200;

const CreateApiKeyResult = createUnionType({
  name: 'CreateApiKeyResult',
  description: 'The key, shown this once, or why not.',
  types: () => [ApiKeyCreatedView, Refusal] as const,
});
const RevokeApiKeyResult = createUnionType({
  name: 'RevokeApiKeyResult',
  description: 'The key as it is now, or why not.',
  types: () => [ApiKeyView, Refusal] as const,
});

@Resolver()
export class ApiKeyResolver {
  @Query(() => [ApiKeyView], {
    description: "Keys of this shop's servers, the newest first, revoked ones too; at most 200.",
    complexity: ({ childComplexity }) => 1 + KEYS_SHOWN * childComplexity,
  })
  @May(MANAGE_MEMBERS)
  async apiKeys(@Ctx() context: Context): Promise<ApiKeyView[]> {
    return (await listApiKeys(context.deps, shopOf(context), KEYS_SHOWN)).map(row => new ApiKeyView(row));
  }

  @Mutation(() => CreateApiKeyResult, { description: "Makes a key for a merchant's server." })
  @May(MANAGE_MEMBERS)
  async createApiKey(
    @Ctx() context: Context,
    @Arg('input', () => CreateApiKeyInput) { name, scopes }: CreateApiKeyInput,
  ): Promise<ApiKeyCreatedView | Refusal> {
    const caller = memberOf(context);
    return orRefusal(async () => new ApiKeyCreatedView(await createApiKey(context.deps, caller, { name, scopes })));
  }

  @Mutation(() => RevokeApiKeyResult, { description: 'Revokes a key, for good, from the next request on.' })
  @May(MANAGE_MEMBERS)
  async revokeApiKey(
    @Ctx() context: Context,
    @Arg('input', () => RevokeApiKeyInput) { keyId }: RevokeApiKeyInput,
  ): Promise<ApiKeyView | Refusal> {
    return orRefusal(async () => new ApiKeyView(await revokeApiKey(context.deps, memberOf(context), keyId)));
  }
}
