/**
 * Words of Spanish, Portuguese and French as residents write to the city, most telling first; written by hand.
 * @module
 */
export const es = `
el la los las un una unos de del al y o en con sin por para que qué es está estan están hay no sí si se su mi me te le lo les nos
yo tú usted ustedes nosotros ellos ella este esta esto ese esa eso aquí aqui allí ahí donde dónde cuando cuándo como cómo
porque por favor pero más mas muy ya también tambien desde hasta hace sobre entre frente enfrente cerca lado todo toda todos todas otra
otro nada nadie algo alguien mucho mucha muchos muchas hola gracias buenos buenas días dias tardes noches ayuda ayúdenme necesito
necesita necesitamos quiero quisiera quería puede pueden podrían podria puedo hacer tengo tiene tienen tenemos hemos han ha he
estoy estamos era fue fueron ser soy son va van voy ir vivo vive viven llevo lleva días semanas semana meses año años ayer hoy
mañana noche calle calles acera aceras bache baches hoyo hueco hoyos luz luces farola poste semáforo semaforo señal letrero basura basurero
zafacón recogieron recogen recogida recoger reciclaje árbol arbol árboles caído caida rama ramas rata ratas ratón ratones cucarachas nieve
hielo carro carros coche camión abandonado estacionado estacionados estacionamiento parqueo entrada bloquea bloqueando bloqueado tapado alcantarilla inundada
inundación agua fuga huele olor gas humo fuego incendio policía bomberos ambulancia emergencia accidente herido muerto perro perros
gato vecino vecinos vecina casa edificio apartamento dueño calefacción calefaccion fría frio ruido música musica fiesta grafiti pared parque
parques niños escuela esquina roto rota rotos rotas dañado dañada apagada apagado funciona funcionan arreglar arreglen arreglado limpiar
sucio sucia lleno llena mal malo peligro peligroso peligrosa grande enorme reportar reporte queja informar número persona hablar
ciudad alcalde permiso pagar multa cuánto cual cuál quién mensajes mensaje deje dejen enviarme enviar cancelar estado caso sigue
todavía todavia nunca siempre otra vez mismo ninguno avenida barrio iglesia tienda verdad claro correcto bueno bien vale disculpe señor
señora lunes martes miércoles jueves viernes sábado domingo vino pasó pasa tirado tirada colchón colchon mueble muebles sillón matar morir
matarme quitarme vida ninguna desaparecido perdida perdido hija hijo madre padre disparos tiros pistola cuchillo peleando peleándose respira`
export const pt = `
o a os as um uma uns umas de do da dos das em no na nos nas e ou com sem por para pra que é está estão tem não sim se seu sua meu minha me
lhe eu você voce vocês nós eles ela ele este esta isto esse essa isso aqui ali lá onde quando como porque favor mas mais muito muita muitos já
também tambem desde até ate faz há sobre entre frente perto lado todo toda todos todas outra outro nada ninguém alguém algo olá ola oi
obrigado obrigada bom boa dia tarde noite ajuda ajudem preciso precisa precisamos quero queria gostaria pode podem poderiam fazer tenho temos
estou estamos era foi foram ser sou são vai vão vou moro mora semana semanas mês meses ano anos ontem hoje amanhã rua ruas calçada calcada
passeio buraco buracos luz luzes lâmpada poste semáforo sinal placa lixo lixeira lata recolheram coleta recolher reciclagem árvore arvore
árvores caída caiu galho galhos rato ratos ratazana baratas neve gelo carro carros caminhão abandonado estacionado estacionados estacionamento
garagem entrada bloqueando bloqueado entupido entupida bueiro esgoto inundada alagada alagado água agua vazamento vazando cheiro cheirando gás
fumaça fogo incêndio incendio pegando polícia bombeiros ambulância emergência acidente ferido morto cachorro cachorros gato vizinho vizinhos casa
prédio apartamento dono proprietário aquecimento aquecedor frio barulho música festa pichação muro parque crianças escola esquina quebrado
quebrada quebrados danificado apagada apagado funciona funcionando consertar consertem conserto arrumar limpar sujo suja cheio cheia ruim mau
perigo perigoso perigosa grande enorme reportar denunciar reclamação informar número pessoa falar cidade prefeito prefeitura licença pagar
multa quanto qual quem mensagens mensagem pare parem enviar mandar cancelar situação caso continua ainda nunca sempre mesmo nenhum bairro igreja
loja verdade certo correto claro bem desculpe senhor senhora segunda terça quarta quinta sexta sábado domingo jogado jogaram colchão sofá móveis
matar morrer vida suicídio desaparecido desaparecida filho filha mãe pai tiros arma faca brigando respirando atendente relatório meu
telefone então assim depois antes agora esta estragado iluminação porta janela passou veio ninguem vem tá tô tava pro cade cadê conserta`
export const fr = `
le la les l un une des du de d au aux et ou en dans sur sous avec sans par pour que qui quoi est sont il y a n ne pas oui non se sa son mon ma mes
ses me te lui leur je j tu vous nous ils elle elles on ce cet cette ces c cela ça ici là où quand comment parce car mais plus très tres aussi déjà
depuis jusqu chez entre devant derrière près pres côté cote tout toute tous toutes autre autres rien personne quelqu quelque beaucoup bonjour
bonsoir salut merci svp plaît plait s'il aide aidez besoin veux voudrais pouvez pourriez peut peux faire fait ai as avons avez ont suis êtes
étais était été être va vont vais aller habite semaine semaines jour jours mois an ans année hier aujourd'hui demain nuit rue rues trottoir
trottoirs nid nids poule trou trous lumière lumiere lampadaire éclairage poteau feu feux signalisation panneau poubelle poubelles ordures déchets
dechets ramassé ramassées ramassage recyclage arbre arbres tombé tombée branche branches rat rats souris cafards neige glace glacé voiture voitures
camion abandonnée abandonné garé garée garés garées stationnement stationné bloque bloquée bouché bouchée égout égouts inondée inondation eau fuite
odeur sent gaz fumée incendie brûle brule police pompiers ambulance urgence accident blessé blessée mort morte chien chiens chat voisin voisins
maison immeuble bâtiment appartement propriétaire chauffage froid bruit musique fête graffiti mur parc enfants école coin cassé cassée cassés brisé
abîmé éteint éteinte éteints marche fonctionne fonctionnent réparer réparez réparé réparation nettoyer sale plein pleine mauvais danger dangereux dangereuse grand
gros énorme signaler signalement plainte rapport numéro parler quelqu'un ville maire permis payer amende combien quel quelle messages
envoyer envoyez arrêtez annuler statut demande toujours encore jamais même quartier église magasin vrai exact bien d'accord désolé
monsieur madame lundi mardi mercredi jeudi vendredi samedi dimanche matelas canapé meubles jeté jetés tuer mourir suicider vie disparu disparue fils
fille mère père coups tirs arme couteau battent bat respire c'est j'ai n'est n'a qu'il d'un d'une l'eau qu'on m'a êtes a-t-il est-ce vos votre notre nos`
