import { graphql } from '../../graphql/generated/till/index.ts';

/** Of the shop that the whole till knows: what the clock shows there follows. */
export const ClockQuery = graphql(/* GraphQL */ `
  query TillClock {
    me {
      id
      shop {
        id
        now
        nextCutOff
      }
    }
  }
`);

export const AdvanceClockMutation = graphql(/* GraphQL */ `
  mutation TillAdvanceClock($input: AdvanceTestClockInput!) {
    advanceTestClock(input: $input) {
      __typename
      ... on TestClock {
        now
      }
      ...TillRefusal
    }
  }
`);
