import type { CodegenConfig } from '@graphql-codegen/cli';

const NOT_OURS = ['!web/graphql/generated/**', '!web/.next/**', '!web/studio/**'];

const options = {
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  // `documentMode` stays unset: other modes left persisted documents empty.
  config: {
    enumsAsTypes: true,
    useTypeImports: true,
    importExtension: '.ts',
    emitLegacyCommonJSImports: false,
    avoidOptionals: false,
    scalars: {
      DateTime: 'string',
      LocalDate: 'string',
      MinorUnits: 'number',
      CurrencyCode: 'string',
      JSONObject: 'Record<string, unknown>',
    },
  },
} as const;

/** The web app's queries, typed from the committed contract. The output is committed too; a test compares them. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  generates: {
    'web/graphql/generated/': { ...options, documents: ['web/**/*.{ts,tsx}', '!web/till/**', ...NOT_OURS] },
    // Apart, because these travel to the browser: the till does not carry the checkout's questions.
    'web/graphql/generated/till/': { ...options, documents: ['web/till/**/*.{ts,tsx}', ...NOT_OURS] },
  },
};

export default config;
