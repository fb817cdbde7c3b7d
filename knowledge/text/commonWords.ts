// Everyday words outside our subject. One that lies an error away from a known word ("bread" and "broad") was most
// likely typed on purpose: it is never repaired, so that it counts as what no entry covers.

const common = new Set(
  `weather whether bread bake baking cook cooking food eat eating drink water price prices cost costs worth bitcoin money cash bank
  card credit debit loan tax taxes salary wage invoice bill bills refund order orders delivery shipping parcel package shop store
  buy sell sale sales product car cars bike bus train trains plane flight flights hotel hotels ticket tickets trip holiday holidays
  world country countries capital city town president king queen war peace army police law court judge crime prison school
  schools student students teacher teachers class exam exams course lesson university college degree book books read write
  letter letters page pages paper word words language languages english spanish french german chinese movie movies film
  films song songs music band show game games play player players team teams match cup won win winner score goal football soccer tennis
  sport sports news radio phone phones mobile computer laptop screen keyboard mouse internet wifi password passwords login account
  email mail message messages call calls reset delete install download upload file files folder photo photos picture pictures
  video camera print printer code program software hardware app apps website browser google facebook twitter amazon apple microsoft
  doctor doctors hospital nurse medicine drug drugs pain head heart hand hands foot feet eye eyes ear hair skin blood body
  health healthy sick illness virus fever cold hot warm cool rain snow wind storm sun sunny moon star stars sky sea ocean
  lake river mountain island beach forest tree trees flower flowers plant plants animal animals dog dogs cat cats bird birds fish horse
  cow pig chicken egg eggs milk cheese butter meat beef rice pasta pizza salad soup sugar salt fruit apples banana orange
  lemon tomato potato onion coffee tea beer wine juice bottle glass plate knife fork spoon table chair bed room rooms house
  houses home door window floor wall roof kitchen bathroom garden street road bridge building buildings family mother father mom dad parent
  parents brother sister son daughter baby child children kid kids boy boys girl girls man men woman women friend friends
  love hate marry wedding wife husband birthday party gift gifts dress shirt shoes shoe hat coat clothes color colour red blue
  green yellow black white brown grey big small long short high low old young new good bad best worst better easy hard fast
  slow early late first last next today tomorrow yesterday morning evening night week weeks month months hour hours minute minutes
  second seconds time times date dates monday tuesday wednesday thursday friday saturday sunday january february march april
  june july august september october november december summer winter spring autumn number numbers math square root sum plus
  status application applications driver driving license licence passport visa job jobs boss work office hire hired fire fired
  gold silver oil gas coal stock stocks share market dollar euro pound rate rates exchange joke jokes fun funny god church
  bible dream dreams sleep wake walk run running jump swim dance sing draw paint talk speak listen hear look watch wait
  tiempo clima lluvia nieve pan cocinar comida comer beber precio precios dinero tarjeta banco pedido factura compra comprar vender coche avion
  vuelo billete boleto pais paises guerra rey reina escuela libro libros idioma pelicula cancion musica juego partido equipo mundial ganar gano
  telefono movil ordenador contrasena cuenta correo clave medico hospital dolor corazon mano ojos perro gato pajaro caballo leche queso carne arroz
  cafe vino cerveza casa puerta ventana cocina calle familia madre padre hermano hijo hija nino nina amigo amor boda fiesta regalo rojo azul verde
  hoy manana ayer semana mes hora minuto lunes martes viernes sabado domingo verano invierno chiste dormir correr receta
  chuva neve pao cozinhar comprar vender preco dinheiro cartao conta senha fatura encomenda carro aviao passagem guerra escola livro filme musica jogo
  copa ganhou telefone celular computador medico dor coracao cachorro gato leite queijo carne arroz cafe vinho cerveja rua mae pai irmao filho filha
  amanha ontem semana hora minuto segunda sexta sabado piada receita bolo
  meteo pluie neige pain cuire cuisine manger boire prix argent carte banque commande facture achat acheter vendre voiture avion vol billet pays guerre
  roi reine ecole livre livres langue film chanson musique jeu match equipe coupe gagne telephone ordinateur compte medecin hopital douleur coeur
  main yeux chien chat oiseau cheval lait fromage viande riz cafe vin biere maison porte fenetre rue famille mere pere frere soeur fils fille ami
  amour mariage fete cadeau rouge bleu vert demain hier semaine mois heure minute lundi mardi vendredi samedi dimanche ete hiver blague recette gateau
  wetter regen schnee brot backen kochen essen trinken preis preise geld karte konto bestellung rechnung kaufen verkaufen auto flugzeug flug fahrkarte
  land krieg konig schule buch bucher sprache film lied musik spiel mannschaft pokal gewonnen telefon handy rechner passwort kennwort arzt
  krankenhaus schmerz herz hand augen hund katze vogel pferd milch kase fleisch reis kaffee wein bier haus tur fenster kuche strasse familie mutter vater
  bruder schwester sohn tochter kind kinder freund liebe hochzeit fest geschenk rot blau grun heute morgen gestern woche monat stunde minute montag
  dienstag freitag samstag sonntag sommer winter witz schlafen laufen rezept kuchen hauptstadt`.split(/\s+/u),
);

/** Whether a folded word is an everyday word of one of our languages. */
export function isCommonWord(folded: string): boolean {
  return common.has(folded);
}
