import type { Location } from '../src/index.js';

export const demoPlaces: readonly Location[] = [
  place('claroline', 'Locaux de Claroline', ['Chemin du cyclotron', '6'], ['1348', 'Louvain-La-Neuve']),
  place('dg', 'DG', ['Dici', '12'], ['12045', 'Labas']),
  place('agora', 'Auditoire Agora', ['Place Agora', '19'], ['1348', 'Louvain-La-Neuve'], '+32 10 00 00 01'),
  place('mediatheque', 'Médiathèque', ['Rue des Écoles', '4'], ['5000', 'Namur'], '+32 81 00 00 02'),
  place('saint-gery', 'Salle Saint-Géry', ['Place Saint-Géry', '23'], ['1000', 'Bruxelles']),
  place('maison', 'Maison des associations', ['Rue de la Régence', '60', '3'], ['4000', 'Liège']),
];

type Street = readonly [street: string, number: string, box?: string];
type City = readonly [postalCode: string, city: string];

function place(id: string, name: string, address: Street, [postalCode, city]: City, phone = ''): Location {
  const [street, streetNumber, box = ''] = address;
  return { id, name, street, streetNumber, box, postalCode, city, country: 'Belgique', phone };
}
