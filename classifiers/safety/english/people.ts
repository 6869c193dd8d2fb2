/**
 * Who may be in danger, in English.
 * @module
 */

export const person =
  '(?:man|men|woman|women|guy|guys|lady|person|people|someone|somebody|kid|kids|child|children|boy|girl|baby|toddler|infant|teen|teenager|pedestrian|cyclist|bicyclist|biker|motorcyclist|worker|neighbor|neighbour|mother|mom|father|dad|son|daughter|brother|sister|wife|husband|friend|grandmother|grandma|grandfather|grandpa|he|she|i|me|him|her|student|driver|passenger|elderly|old|homeless|victim|body|roommate|girlfriend|boyfriend|uncle|aunt)'
export const child =
  '(?:child|children|kid|kids|boy|girl|baby|toddler|infant|son|daughter|grandson|granddaughter|grandchild|nephew|niece|teenager|teen|year old|yr old|yo)'
