import type { Questions } from './shape.ts'

const yesNo = { yes: 'Oui', no: 'Non' }
const yesNoUnsure = { ...yesNo, unsure: 'Je ne sais pas' }
const bothThings = 'Les deux'
const inPark = 'Où est-ce dans le parc ?'
const unit = 'Quel est l’appartement ou l’étage ?'
const business = 'Quel est le nom du commerce ?'

/** French, with "vous". */
export const fr: Questions = {
  wordsBy: { by: 'machine' },
  asked: {
    pothole: {
      lane: 'Où est-ce sur la chaussée : voie de circulation, piste cyclable, passage piéton ou stationnement ?',
      size: 'Quelle est sa taille ?',
    },
    'sidewalk-repair': { injury: ['Quelqu’un s’est-il blessé à cause de cela ?', yesNo] },
    'utility-cover': { marking: 'Quelles lettres sont sur la plaque ?' },
    'manhole-missing': {
      guarded: ['Y a-t-il quelque chose autour du trou pour avertir les gens ?', yesNo],
    },
    'construction-complaint': {
      company: 'Quelle entreprise fait les travaux, si vous le savez ?',
      permit: 'Un numéro de permis est-il affiché ? Lequel ?',
    },
    'street-flooding': {
      depth: 'Quelle est la profondeur de l’eau ?',
      passable: ['Les gens et les voitures peuvent-ils passer ?', yesNo],
    },
    'fire-hydrant': { running: ['L’eau coule-t-elle en ce moment ?', yesNo] },
    'water-sewer-general': { account: 'Pour une facture : quel est le numéro de compte ?' },
    'street-light-out': {
      pole: 'Quel numéro est sur le poteau ?',
      lights: 'Combien de lampes sont éteintes ?',
    },
    'street-lights-out-many': {
      from_to: 'D’où à où les lampes sont-elles éteintes ?',
      lights: 'Combien de lampes sont éteintes, à peu près ?',
    },
    'street-light-damaged': {
      wires: ['Voyez-vous des fils à nu ? Ne vous en approchez pas, s’il vous plaît.', yesNo],
      pole: 'Quel numéro est sur le poteau ?',
    },
    'traffic-signal': {
      trouble: [
        'Quel est le problème avec le feu ?',
        {
          dark: 'Éteint',
          stuck: 'Bloqué ou clignotant',
          damaged: 'Heurté, tourné ou pendant',
          walk: 'Signal ou bouton pour piétons',
          timing: 'La durée des feux',
        },
      ],
    },
    'sign-repair': { sign: 'Que dit le panneau, ou que devrait-il dire ?' },
    'sign-new': { wish: 'Que faudrait-il mettre là ?' },
    'illegal-parking': {
      plate: 'Quelle est la plaque, si vous pouvez la lire ?',
      vehicle: 'Quelle est la couleur, et quel type de véhicule est-ce ?',
    },
    'abandoned-vehicle': {
      plate: 'Quelle est la plaque, ou n’y en a-t-il pas ?',
      vehicle: 'Quels sont la couleur, la marque et le modèle ?',
      days: 'Depuis combien de jours est-il là ?',
    },
    'parking-meter': { meter: 'Quel numéro est sur le parcmètre ?' },
    'parking-lot': {
      lot_kind: [
        'Le parking est-il à la Ville ou privé ?',
        { city: 'À la Ville', private: 'Privé', unknown: 'Je ne sais pas' },
      ],
    },
    valet: { business: 'Pour quel commerce travaillent les voituriers ?' },
    'missed-pickup': {
      material: [
        'Qu’est-ce qui n’a pas été ramassé ?',
        {
          trash: 'Ordures',
          recycling: 'Recyclage',
          yard: 'Déchets de jardin',
          food: 'Restes de nourriture',
          bulk: 'Encombrant',
        },
      ],
    },
    'illegal-dumping': {
      plate: 'Si vous avez vu qui l’a fait : quelle plaque ou quel nom d’entreprise avez-vous vu ?',
    },
    'bulk-item': { items: 'Quels sont les objets, et combien ?' },
    'recycling-cart': {
      request: [
        'Voulez-vous un nouveau bac, un remplacement ou le rendre ?',
        { new: 'Nouveau', replace: 'Remplacement', return: 'Retour' },
      ],
      size: 'Quelle taille, grand ou petit ?',
    },
    'recycling-sticker': { count: 'Combien d’autocollants vous faut-il ?' },
    graffiti: {
      surface: [
        'Est-ce sur un bien privé, public ou d’une compagnie de services ?',
        {
          private: 'Privé',
          public: 'Public',
          utility: 'Compagnie de services',
          unknown: 'Je ne sais pas',
        },
      ],
      offensive: ['Est-ce haineux ou obscène ?', yesNo],
    },
    'dead-animal': { animal: 'Quel genre d’animal est-ce ?' },
    'animal-domestic': {
      animal: 'Comment est l’animal ?',
      state: 'Est-il perdu, trouvé, en liberté ou en difficulté ?',
    },
    'animal-wild': { animal: 'Quel animal est-ce, et que fait-il ?' },
    rodents: {
      seen: [
        'Qu’avez-vous vu ?',
        { animals: 'Des animaux', burrows: 'Terriers ou trous', droppings: 'Crottes' },
      ],
      bite: ['Quelqu’un a-t-il été mordu ?', yesNo],
    },
    needle: {
      needle_qty: [
        'Combien d’aiguilles y a-t-il, à peu près ?',
        { one: 'Une', few: 'Quelques-unes', many: 'Beaucoup' },
      ],
      needle_loc_type: ['Est-ce un lieu public ou privé ?', { public: 'Public', private: 'Privé' }],
    },
    'human-waste': { surface: 'Où est-ce : sur le trottoir, une entrée, une ruelle ?' },
    encampment: {
      people_count: 'Combien de personnes ou de tentes y a-t-il, à peu près ?',
      needs_outreach: ['Quelqu’un là-bas semble-t-il avoir besoin d’aide ?', yesNoUnsure],
    },
    'food-safety': {
      business_name: business,
      incident_date: 'Quand cela s’est-il passé ?',
      people_sick: 'Combien de personnes sont tombées malades, s’il y en a ?',
    },
    'air-pollution': {
      source_kind: 'D’où cela vient-il : d’un véhicule, d’un commerce, d’un chantier ?',
      time_of_day: 'À quelles heures cela arrive-t-il ?',
    },
    'tree-emergency': {
      blocking: [
        'Qu’est-ce que cela bloque ?',
        { road: 'La chaussée', sidewalk: 'Le trottoir', both: bothThings, nothing: 'Rien' },
      ],
      touches_wires: ['Touche-t-il des fils ?', yesNoUnsure],
    },
    'tree-pruning': { what_it_blocks: 'Que heurtent ou que cachent les branches ?' },
    'tree-removal': {
      what_is_left: ['Est-ce un arbre debout ou une souche ?', { tree: 'Arbre debout', stump: 'Souche' }],
    },
    'tree-new': {
      empty_pit: ['Y a-t-il déjà un emplacement d’arbre vide dans le trottoir ?', yesNoUnsure],
    },
    'park-grounds': { where_in_park: inPark },
    'park-litter': {
      where_in_park: inPark,
      what_kind: [
        'S’agit-il d’ordures par terre ou d’une poubelle pleine ?',
        { litter: 'Ordures par terre', barrel: 'Poubelle pleine', both: bothThings },
      ],
    },
    'park-equipment': {
      equipment: 'Qu’est-ce qui est cassé ?',
      someone_could_get_hurt: ['Quelqu’un pourrait-il se blesser ?', yesNoUnsure],
    },
    'park-lights': {
      where_in_park: 'Où est la lampe dans le parc ?',
      pole_number: 'Y a-t-il un numéro sur le poteau ?',
    },
    'park-improvement': { suggestion: 'Que souhaitez-vous voir ?' },
    'tree-in-park': { where_in_park: inPark },
    cemetery: { grave_location: 'Quelle section ou quelle tombe est-ce ?' },
    overgrown: { reaches_sidewalk: ['Est-ce que cela bloque le trottoir ?', yesNo] },
    'property-condition': { occupied: ['Quelqu’un y vit-il ou y travaille-t-il ?', yesNoUnsure] },
    'illegal-vending': {
      what_is_sold: 'Que vendent-ils ?',
      time_of_day: 'Quels jours et à quelles heures sont-ils là ?',
    },
    'abandoned-building': { can_get_in: ['Est-il ouvert, de sorte qu’on peut y entrer ?', yesNoUnsure] },
    'unsafe-building': {
      what_is_unsafe: 'Quelle partie est dangereuse ?',
      over_public_way: ['Pourrait-elle tomber sur un trottoir ou une rue ?', yesNoUnsure],
    },
    'building-permit': {
      kind_of_work: 'Quels travaux sont en cours ?',
      when: 'Quels jours et à quelles heures travaillent-ils ?',
    },
    'zoning-use': { used_as: 'À quoi sert-il actuellement ?' },
    'unshoveled-sidewalk': {
      kind: [
        'Est-ce de la neige, de la glace ou les deux ?',
        { snow: 'Neige', ice: 'Glace', both: bothThings },
      ],
    },
    'snow-plowing': {
      what_it_needs: [
        'Faut-il déneiger ou mettre du sel ?',
        { plow: 'Déneiger', salt: 'Sel ou sable', both: bothThings },
      ],
    },
    'snow-other': { what_it_blocks: 'Que bloque la neige ?' },
    'blocked-sidewalk': { blocked_by: 'Qu’est-ce qui bloque le trottoir ?' },
    'student-move-in': { what_is_left: 'Qu’est-ce qui a été laissé là ?' },
    noise: {
      noise_kind: [
        'Quel genre de bruit est-ce ?',
        {
          people: 'Fête, musique ou gens',
          construction: 'Travaux',
          vehicle: 'Voitures ou motos',
          animal: 'Un animal',
          machine: 'Machine ou alarme',
          other: 'Autre chose',
        },
      ],
      time_of_day: 'Quels jours et à quelles heures cela arrive-t-il ?',
    },
    'aircraft-noise': { time_of_day: 'Quels jours et à quelles heures l’entendez-vous ?' },
    heat: {
      unit,
      indoor_temperature: 'Quelle température fait-il à l’intérieur, si vous le savez ?',
      vulnerable_person: ['Un bébé, une personne âgée ou malade vit-elle là ?', yesNo],
    },
    'housing-conditions': {
      unit,
      problem: 'Qu’est-ce qui ne va pas, et depuis quand ?',
      landlord_told: ['Le propriétaire est-il au courant ?', yesNo],
    },
    'no-utilities': {
      unit,
      utility: ['Qu’est-ce qui est coupé ?', { gas: 'Le gaz', electricity: 'L’électricité', water: 'L’eau' }],
      since_when: 'Depuis quand ?',
    },
    'bed-bugs': { unit, other_units: ['D’autres appartements en ont-ils aussi ?', yesNoUnsure] },
    'pests-home': {
      unit,
      pest: 'Quels nuisibles avez-vous vus ?',
      landlord_told: ['Le propriétaire est-il au courant ?', yesNo],
    },
    'short-term-rental': { listing: 'Où est l’annonce ? Un lien aide.', unit },
    'weights-measures': {
      business_name: business,
      product: 'Qu’avez-vous acheté, et combien vous a-t-on fait payer ?',
    },
    'accessible-parking': {
      request_kind: [
        'De quoi avez-vous besoin ?',
        {
          new: 'Un nouveau panneau',
          repair: 'Un panneau à réparer',
          removal: 'Un panneau à retirer',
          barrier: 'Un obstacle à examiner',
        },
      ],
    },
    'external-mbta': { route_or_station: 'Quelle ligne, quel trajet ou quelle station ?' },
    'external-usps': {
      box_kind: 'Est-ce une boite aux lettres bleue, une boite verte des facteurs, ou la distribution ?',
    },
    'police-matter': { when: 'Quand cela arrive-t-il ?' },
    comment: { about: 'De quel programme, service ou employé s’agit-il ?' },
    'lost-item': {
      item: 'Qu’est-ce que c’est, et à quoi cela ressemble-t-il ?',
      when: 'Quand a-t-il été perdu ou trouvé ?',
    },
    general: { request: 'De quoi avez-vous besoin ?' },
  },
}
