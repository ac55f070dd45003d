import type { CodegenConfig } from '@graphql-codegen/cli';

/** The web app's queries, typed from the committed contract. The output is committed too; a test compares them. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['web/**/*.{ts,tsx}', '!web/graphql/generated/**', '!web/.next/**', '!web/studio/**'],
  generates: {
    'web/graphql/generated/': {
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
    },
  },
};

export default config;
