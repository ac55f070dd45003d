import { graphql } from '../../graphql/generated/till/index.ts';

export const ReportsQuery = graphql(/* GraphQL */ `
  query TillReports($first: Int!) {
    dailyReports(first: $first) {
      edges {
        cursor
        node {
          id
          businessDay
          status
          sentAt
          subject
        }
      }
    }
  }
`);

/** One report, found by the cursor of the one before it in the list. */
export const ReportQuery = graphql(/* GraphQL */ `
  query TillReport($after: String) {
    dailyReports(first: 1, after: $after) {
      edges {
        node {
          id
          businessDay
          status
          madeAt
          sentAt
          subject
          csv
        }
      }
    }
  }
`);

/** The mail itself, for the frame that shows it. */
export const ReportMailQuery = graphql(/* GraphQL */ `
  query TillReportMail($after: String) {
    dailyReports(first: 1, after: $after) {
      edges {
        node {
          id
          html
        }
      }
    }
  }
`);

/** Whom it went to, and what became of each mail. */
export const ReportMailsQuery = graphql(/* GraphQL */ `
  query TillReportMails($after: String) {
    dailyReports(first: 1, after: $after) {
      edges {
        node {
          id
          recipients {
            id
            recipient
            status
            endedAt
            nextTryAt
          }
        }
      }
    }
  }
`);

export const SendReportMutation = graphql(/* GraphQL */ `
  mutation TillSendReport($input: SendDailyReportInput!) {
    sendDailyReport(input: $input) {
      __typename
      ... on DailyReport {
        id
        status
        sentAt
      }
      ...TillRefusal
    }
  }
`);

export const ShopSettingsQuery = graphql(/* GraphQL */ `
  query TillShopSettings {
    shopSettings {
      id
      version
      reportLocale
      reportRecipients
    }
  }
`);

export const UpdateShopSettingsMutation = graphql(/* GraphQL */ `
  mutation TillUpdateShopSettings($input: UpdateShopSettingsInput!) {
    updateShopSettings(input: $input) {
      __typename
      ... on ShopSettings {
        id
        version
        reportLocale
        reportRecipients
      }
      ...TillRefusal
    }
  }
`);
