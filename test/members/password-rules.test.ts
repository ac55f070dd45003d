import { expect, test } from '@jest/globals';
import { Secret } from '../../server/core/secret.js';
import { requirePassword } from '../../server/members/password-rules.js';

const accepted = (password: string) => {
  try {
    return requirePassword(new Secret(password), 'claire.martin@shop.example', 'new').reveal() === password;
  } catch {
    return false;
  }
};

test.each([
  'eleven char',
  'x'.repeat(5) + '𝒚'.repeat(6),
  `${'long '.repeat(26)}`,
  'claire.martin@shop.example',
  'I am Claire.Martin!',
  'password1234',
  'Password!!!!!!',
  'passwordpassword',
  'Mot de passe 2027',
  'azertyuiop123',
  'administrateur',
  'Correct Horse Battery Staple',
  '123456789012',
  '987654321098',
  'abcdefghijklmnop',
  'aaaaaaaaaaaaaaa',
  'ababababababab',
  'guichet-guichet-guichet'.replaceAll('-', '').slice(0, 14),
])('%s is no password', password => {
  expect(accepted(password)).toBe(false);
});

test.each([
  'tw3lve chars',
  'the tide comes in twice a day',
  'légumes d’été à Lyon',
  '密码是一只很长很长的猫咪啊',
  '            x1y2z3',
  'e0b2c4aa91d7',
  'w'.repeat(60) + 'hat a strange but long one' + '!'.repeat(42),
])('%s is one: long enough, and not among the first that are tried', password => {
  expect(accepted(password)).toBe(true);
});
