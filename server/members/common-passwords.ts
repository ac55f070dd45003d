/**
 * Passwords that are tried first, in small letters, without spaces and without what people put behind them: words that lead the
 * published lists of leaked passwords, walks over keyboards, and our own words.
 */
const LIST = `
  password passw0rd p@ssw0rd p@ssword pa$$word passwort mypassword thepassword yourpassword newpassword
  defaultpassword adminpassword rootpassword testpassword secretpassword passwordpass changeme changemenow
  pleasechangeme letmein letmeinnow letmeinplease welcome welcomeback welcometo iloveyou iloveyouforever
  iloveyousomuch ilovemyself sunshine princess football baseball basketball superman spiderman starwars pokemon
  liverpool manchester barcelona administrator administrateur administration administrador superadmin superuser
  management motdepasse monmotdepasse motdepassemotdepasse nouveaumotdepasse azerty azertyuiop azertyuiopqsdf
  bonjour bonjourbonjour jetaime jetaimebeaucoup soleil doudou chouchou marseille olympique
  olympiquedemarseille parissaintgermain coucoucoucou loulou nicolas camille vivelafrance qwerty qwertyuiop
  qwertyuiopasdf qwertyuiopasdfgh qwertyuiop[] qwertzuiop qwertzuiopasdf asdfghjkl asdfghjklzxc zxcvbnm
  zxcvbnmasdfghjkl qazwsxedcrfv qazwsxedcrfvtgb 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 1q2w3e4r5t6y
  1q2w3e4r5t6y7u8i q1w2e3r4t5y6 a1b2c3d4e5f6 1a2b3c4d5e6f !qaz2wsx#edc 123qweasdzxc qweasdzxc qwe123asd456
  abcd1234abcd abc123abc123 aqwzsxedcrfv 123456 1234567890 123456789012 1234567890123 12345678910 1234567891011
  123456654321 121212121212 112233445566 111222333444 123123123123 123321123321 147258369 147258369147
  987654321 098765432109 monkey dragon master shadow michael jennifer trustno trustnoone whatever whateveritis
  freedom computer internet samsung microsoft facebook google chocolate butterfly cheesecake
  correcthorsebatterystaple tobeornottobe opensesame abracadabra nothingtosee idontknow idontremember
  iforgotmypassword nopassword nopasswordneeded secret secretsecret topsecret guest guestguest testtest
  testtesttest testing demo demodemo guichet guichetguichet boutique maboutique comptable comptabilite
  accountant accounting operator viewer merchant commercant payment paiement paiements payments caisse
  worldline
`;

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/));
