/**
 * Requests as the core would make them, and answers as a directory would. Secrets are marker values that can be searched
 * for.
 */
import type { AuthenticationRequest, ExpectedResult } from '../../../server/core/threeds-port.js';
import { Secret } from '../../../server/core/secret.js';

export const CARD_NUMBER = '4970100200000002';
export const EXPIRY = '2803';
export const CAVV = 'Q0FWVk1BUktFUkNBVlZNQVJLRVI=';
export const TOKEN = 'unguessable-token-of-forty-characters-ab';
export const SERVER_ID = '8a880dc0-d2d2-4067-bcb1-b08d1690b26e';
export const DIRECTORY_ID = 'f25084f0-5b16-4c0a-ae5d-b24808a95e4b';
export const ACS_ID = 'd7c1ee99-9478-44a6-b1f2-391e29c6b340';

export const authentication: AuthenticationRequest = {
  transactionId: SERVER_ID,
  version: '2.2.0',
  resultUrl: `http://127.0.0.1:3001/3ds/rreq/${TOKEN}`,
  returnUrl: 'http://127.0.0.1:3000/pay/ps_1/returned',
  method: 'NONE',
  challenge: 'NO_PREFERENCE',
  shop: {
    name: 'Café Électron',
    requestorId: 'DEMO-SHOP-01',
    url: 'https://cafe.example/',
    acquirerId: '12345',
    acceptor: 'DEMO-SHOP-01',
    merchantCategory: '5732',
    country: 'FR',
  },
  cardNumber: new Secret(CARD_NUMBER),
  expiry: { month: 3, year: 2028 },
  brands: ['CB', 'VISA'],
  amount: { amount: 1050n, currency: 'EUR' },
  purchasedAt: new Date('2026-07-14T22:30:15.678Z'),
  browser: {
    acceptHeader: 'text/html,*/*;q=0.8',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
    language: 'fr-FR',
    address: '192.0.2.7',
    script: {
      javaEnabled: false,
      colorDepth: 24,
      screenHeight: 1080,
      screenWidth: 1920,
      timeZoneOffset_minutes: -120,
    },
  },
  cardholderName: 'Zoë Ångström',
  email: 'zoe@shopper.example',
};

/** The AReq of the above, written by hand from EMV's table A.1. */
export const AREQ = {
  messageType: 'AReq',
  messageVersion: '2.2.0',
  messageCategory: '01',
  deviceChannel: '02',
  threeDSServerTransID: SERVER_ID,
  threeDSServerRefNumber: 'GUICHET-3DS-SERVER',
  threeDSServerOperatorID: 'GUICHET',
  threeDSServerURL: `http://127.0.0.1:3001/3ds/rreq/${TOKEN}`,
  threeDSCompInd: 'U',
  threeDSRequestorAuthenticationInd: '01',
  threeDSRequestorChallengeInd: '01',
  notificationURL: 'http://127.0.0.1:3000/pay/ps_1/returned',
  threeDSRequestorID: 'DEMO-SHOP-01',
  threeDSRequestorName: 'Café Électron',
  threeDSRequestorURL: 'https://cafe.example/',
  acquirerBIN: '12345',
  acquirerMerchantID: 'DEMO-SHOP-01',
  mcc: '5732',
  merchantCountryCode: '250',
  merchantName: 'Café Électron',
  acctNumber: CARD_NUMBER,
  cardExpiryDate: EXPIRY,
  cardholderName: 'Zoe Angstrom',
  email: 'zoe@shopper.example',
  purchaseAmount: '1050',
  purchaseCurrency: '978',
  purchaseExponent: '2',
  purchaseDate: '20260714223015',
  browserAcceptHeader: 'text/html,*/*;q=0.8',
  browserUserAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
  browserLanguage: 'fr-FR',
  browserIP: '192.0.2.7',
  browserJavascriptEnabled: true,
  browserJavaEnabled: false,
  browserColorDepth: '24',
  browserScreenHeight: '1080',
  browserScreenWidth: '1920',
  browserTZ: '-120',
};

const answered = {
  messageType: 'ARes',
  messageVersion: '2.2.0',
  threeDSServerTransID: SERVER_ID,
  dsTransID: DIRECTORY_ID,
  acsTransID: ACS_ID,
  dsReferenceNumber: 'DS-REFERENCE',
  acsReferenceNumber: 'ACS-REFERENCE',
  acsOperatorID: 'ACS-OPERATOR',
};

export const FRICTIONLESS = { ...answered, transStatus: 'Y', authenticationValue: CAVV, eci: '05' };
export const CHALLENGED = {
  ...answered,
  transStatus: 'C',
  acsChallengeMandated: 'Y',
  acsURL: 'http://localhost:5002/acs/challenge/abc',
  authenticationType: '02',
};
export const DENIED = { ...answered, transStatus: 'N', transStatusReason: '01' };

export const PRES = {
  messageType: 'PRes',
  messageVersion: '2.2.0',
  dsTransID: DIRECTORY_ID,
  serialNum: '42',
  dsStartProtocolVersion: '2.1.0',
  dsEndProtocolVersion: '2.2.0',
  cardRangeData: [
    {
      startRange: '4970100000000000',
      endRange: '4970109999999999',
      actionInd: 'A',
      acsStartProtocolVersion: '2.1.0',
      acsEndProtocolVersion: '2.2.0',
      acsInfoInd: ['01'],
      threeDSMethodURL: 'http://localhost:5002/acs/method/497010',
    },
    {
      startRange: '378282000000000',
      endRange: '378282999999999',
      actionInd: 'M',
      acsStartProtocolVersion: '2.1.0',
      acsEndProtocolVersion: '2.1.0',
    },
    { startRange: '5131000000000000', endRange: '5131009999999999', actionInd: 'D' },
  ],
};

export const expected: ExpectedResult = {
  transactionId: SERVER_ID,
  directoryTransactionId: DIRECTORY_ID,
  acsTransactionId: ACS_ID,
  version: '2.2.0',
  brands: ['CB', 'VISA'],
};

export const RREQ = {
  messageType: 'RReq',
  messageVersion: '2.2.0',
  messageCategory: '01',
  threeDSServerTransID: SERVER_ID,
  dsTransID: DIRECTORY_ID,
  acsTransID: ACS_ID,
  transStatus: 'Y',
  authenticationValue: CAVV,
  eci: '05',
  interactionCounter: '01',
  authenticationType: '02',
};
