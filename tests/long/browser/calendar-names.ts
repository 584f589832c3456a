import type { Language } from '../../../shared/language/languages.ts';

/**
 * Monday to Sunday and January to December as CLDR 48 has them for Kenya: written down here, so that neither the words of the
 * kiosk nor the browser are asked about themselves.
 */
export const calendarNames: Readonly<Record<Language, readonly [weekdays: string, months: string]>> = {
  en: [
    'Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday',
    'January, February, March, April, May, June, July, August, September, October, November, December',
  ],
  sw: [
    'Jumatatu, Jumanne, Jumatano, Alhamisi, Ijumaa, Jumamosi, Jumapili',
    'Januari, Februari, Machi, Aprili, Mei, Juni, Julai, Agosti, Septemba, Oktoba, Novemba, Desemba',
  ],
  ki: [
    'Njumatatũ, Njumaine, Njumatana, Aramithi, Njumaa, Njumamothi, Kiumia',
    'Njenuarĩ, Mwere wa kerĩ, Mwere wa gatatũ, Mwere wa kana, Mwere wa gatano, Mwere wa gatandatũ, Mwere wa mũgwanja, Mwere wa kanana, Mwere wa kenda, Mwere wa ikũmi, Mwere wa ikũmi na ũmwe, Ndithemba',
  ],
  luo: [
    'Wuok Tich, Tich Ariyo, Tich Adek, Tich Ang’wen, Tich Abich, Ngeso, Jumapil',
    'Dwe mar Achiel, Dwe mar Ariyo, Dwe mar Adek, Dwe mar Ang’wen, Dwe mar Abich, Dwe mar Auchiel, Dwe mar Abiriyo, Dwe mar Aboro, Dwe mar Ochiko, Dwe mar Apar, Dwe mar gi achiel, Dwe mar Apar gi ariyo',
  ],
  luy: [
    'Jumatatu, Jumanne, Jumatano, Murwa wa Kanne, Murwa wa Katano, Jumamosi, Jumapiri',
    'Januari, Februari, Machi, Aprili, Mei, Juni, Julai, Agosti, Septemba, Oktoba, Novemba, Desemba',
  ],
  kam: [
    'Wa kwambĩlĩlya, Wa kelĩ, Wa katatũ, Wa kana, Wa katano, Wa thanthatũ, Wa kyumwa',
    'Mwai wa mbee, Mwai wa kelĩ, Mwai wa katatũ, Mwai wa kana, Mwai wa katano, Mwai wa thanthatũ, Mwai wa muonza, Mwai wa nyaanya, Mwai wa kenda, Mwai wa ĩkumi, Mwai wa ĩkumi na ĩmwe, Mwai wa ĩkumi na ilĩ',
  ],
  kln: [
    'Kotaai, Koaeng’, Kosomok, Koang’wan, Komuut, Kolo, Kotisap',
    'Mulgul, Ng’atyaato, Kiptaamo, Iwootkuut, Mamuut, Paagi, Ng’eiyeet, Rooptui, Bureet, Epeeso, Kipsuunde ne taai, Kipsuunde nebo aeng’',
  ],
  so: [
    'Isniin, Talaado, Arbaco, Khamiis, Jimco, Sabti, Axad',
    'Jannaayo, Febraayo, Maarso, Abriil, Maayo, Juun, Luulyo, Ogosto, Sebteembar, Oktoobar, Noofeembar, Diseembar',
  ],
  guz: [
    'Chumatato, Chumaine, Chumatano, Aramisi, Ichuma, Esabato, Chumapiri',
    'Chanuari, Feburari, Machi, Apiriri, Mei, Juni, Chulai, Agosti, Septemba, Okitoba, Nobemba, Disemba',
  ],
  mer: [
    'Muramuko, Wairi, Wethatu, Wena, Wetano, Jumamosi, Kiumia',
    'Januarĩ, Feburuarĩ, Machi, Ĩpurũ, Mĩĩ, Njuni, Njuraĩ, Agasti, Septemba, Oktũba, Novemba, Dicemba',
  ],
  mas: [
    'Jumatátu, Jumane, Jumatánɔ, Alaámisi, Jumáa, Jumamósi, Jumapílí',
    'Oladalʉ́, Arát, Ɔɛnɨ́ɔɨŋɔk, Olodoyíóríê inkókúâ, Oloilépūnyīē inkókúâ, Kújúɔrɔk, Mórusásin, Ɔlɔ́ɨ́bɔ́rárɛ, Kúshîn, Olgísan, Pʉshʉ́ka, Ntʉ́ŋʉ́s',
  ],
  om: [
    'Wiixata, Kibxata, Roobii, Kamisa, Jimaata, Sanbata, Dilbata',
    'Amajjii, Guraandhala, Bitootessa, Eebila, Caamsaa, Waxabajjii, Adoolessa, Hagayya, Fulbaana, Onkoloolessa, Sadaasa, Mudde',
  ],
};
