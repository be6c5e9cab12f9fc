internal import EventGraph

/// Words that tell what a name names, by hand: the last word before a preposition ("election"), the
/// last word in brackets ("politician"), the first word ("Hurricane", "USS").
///
/// A word may stand in several lists: "strike" is a happening and a concept. What it is worth is in
/// the fitted weights.
enum KindWords {
  static let heads: [(EntityKind, String)] = [
    (
      .situation,
      """
      insurrection lockdown inquest manhunt rioting looting disturbances atrocities
      outbreaks
      war wars conflict conflicts crisis crises election elections by-election by-elections
      referendum referendums plebiscite attack attacks bombing bombings shooting shootings
      stabbing stabbings massacre massacres riot riots protest protests demonstrations unrest
      uprising revolution insurgency rebellion intervention invasion offensive siege battle coup
      putsch d'état earthquake earthquakes quake hurricane typhoon cyclone tsunami tornado
      tornadoes flood floods flooding wildfire wildfires fires bushfires eruption eruptions
      drought epidemic outbreak pandemic crash crashes accident accidents disaster disasters spill
      collapse scandal scandals affair trial trials inquiry investigation strike strikes
      negotiations talks summit conference championship championships olympics cup season seasons
      open tournament final finals playoffs relations dispute disputes assassination kidnapping
      kidnappings hijacking genocide spring recession shutdown timeline process plot controversy
      controversies hostage prix games blast explosion explosions fire raid raids case program
      programme campaign movement famine blizzard snowstorm blackout outage eclipse derailment
      collision stampede fraud sanctions blockade boycott occupation annexation withdrawal
      ceasefire truce standoff mutiny incident incidents clashes skirmish violence killings
      killing murders murder death disappearance execution rape poisoning leak leaks breach hack
      cyberattack heist robbery sinking landslide landslides mudslide avalanche heatwave wave
      storm storms derecho series tour festival concert marathon rally race derby stakes classic
      bowl masters 500 600 400 singles doubles qualification draft primary primaries caucus
      caucuses nomination impeachment resignation inauguration coronation wedding funeral visit
      meeting session expedition mission operation bid census congress convention demolition
      airstrike airstrikes shootdown testing test tests purge crackdown expulsion repatriation
      exodus trafficking crossing arrests march marches sit-in occupy piracy separation merger
      takeover bankruptcy bailout default debate debates broadcast hearings recall ballot vote
      awards superbowl rematch match game round gala parade anniversary jubilee centenary
      exposition expo feud emergency rescue evacuation jailbreak escape incursion incursions
      war-crimes holocaust intifada jihad transition partition unification disarmament
      reconstruction nakba landing launch flyby landings reaction reactions aftermath response
      responses turmoil upheaval sabotage airlift bombardment shelling ambush skirmishes
      operations
      """
    ),
    (
      .organization,
      """
      commons lords representatives delegates braves bucks lakers celtics bulls yankees dodgers mets cubs giants padres rangers astros pirates
      cardinals brewers phillies nationals marlins mariners athletics angels royals twins tigers
      indians orioles steelers patriots packers cowboys broncos saints colts ravens seahawks 49ers
      bears eagles redskins jets dolphins raiders chargers chiefs falcons panthers buccaneers
      vikings lions bengals browns texans jaguars titans rams heat spurs mavericks knicks nets
      pistons pacers cavaliers hawks magic wizards hornets raptors bruins penguins canucks oilers
      flames senators canadiens sabres flyers capitals islanders blackhawks kings sharks ducks
      coyotes wanderers rovers albion athletic hotspur villa wednesday wallabies
      worldwide regulator pharma biotech software networks solutions logistics bancorp
      financial capital ventures insurance assurance realty hotels resorts railways
      shipping lines brewing breweries brewery tobacco retail markets éireann c.f. s.s.c.
      sarl asa bhd
      party ministry department army navy force forces police council commission committee court
      courts parliament congress senate assembly agency organization organisation union university
      institute bank corporation company inc. inc ltd ltd. limited group association federation
      foundation league front airlines airline airways motors news times post church office
      administration government authority service services coalition alliance society club f.c. fc
      a.f.c. united fund bureau guard network cabinet team college school academy board tribunal
      corps command division brigade regiment battalion squadron legislature duma knesset
      bundestag bundesrat dáil oireachtas diet riksdag folketing majlis lok sabha rajya chamber
      plc ag gmbh co. co corp corp. s.a. sa spa s.p.a. n.v. llc llp holdings industries
      technologies systems communications telecom telecommunications entertainment studios
      pictures records media television radio broadcasting broadcaster channel tv magazine journal
      gazette herald tribune chronicle guardian mail express mirror telegraph observer press
      newspaper newspapers newswire democrats socialists republicans greens liberals conservatives
      military militia intelligence secretariat directorate treasury exchange reserve partnership
      forum confederation congregation archdiocese diocese patriarchate synod orchestra
      philharmonic opera ballet band brothers enterprises partners laboratories laboratory
      pharmaceuticals energy petroleum oil electric steel mining foods stores supermarkets airbus
      boeing consortium cooperative coop gaa a.c. s.c. rovers wanderers rangers athletic yankees
      lakers giants legion fleet embassy mafia cartel syndicate gang charity ngo think-tank watch
      international initiative judiciary prosecutor ombudsman commissioners institution trust
      trusts museum library zoo hospital clinic
      """
    ),
    (
      .group,
      """
      people peoples tribe tribes clan clans brigades jihadists militants rebels guerrillas
      fighters mujahideen insurgents liberation taliban hezbollah muslims christians jews hindus
      sikhs buddhists catholics protestants shia sunni shiites sunnis kurds arabs palestinians
      americans germans russians turks serbs croats bosniaks albanians roma gypsies tamils uyghurs
      tibetans refugees refugee diaspora ethnic natives aborigines immigrants islamists maoists
      separatists anarchists terrorists
      """
    ),
    (
      .place,
      """
      airport river province county city island islands lake mount mountain mountains street
      square district region sea ocean gulf strait peninsula valley desert coast bay oblast strip
      governorate prefecture territory territories bridge stadium park cape canal hospital prison
      base station highway beach harbor harbour palace cathedral mosque temple synagogue museum
      library hotel tower building hall house castle fort fortress arena theatre theater gardens
      garden zoo dam tunnel pass hills hill creek falls glacier volcano forest cemetery memorial
      monument mine port railway road avenue boulevard motorway expressway line metro subway plaza
      mall resort camp village town municipality borough township parish canton state states
      republic area zone border reef atoll archipelago basin plateau plain plains steppe savanna
      embassy field oilfield speedway raceway racecourse circuit centre center plant refinery
      reactor facility observatory jail penitentiary refugee-camp junction terminal pier wharf
      crater moon asteroid comet galaxy nebula star planet constellation hemisphere pole continent
      krai okrug voivodeship emirate sultanate metropolis suburb neighborhood neighbourhood
      capital coastline delta lagoon headland point cove airfield barracks shrine monastery abbey
      basilica courthouse parliament-building mansion residence checkpoint crossing wall quarter
      north south east west northern southern western eastern central highlands lowlands woods
      reserve sanctuary
      """
    ),
    (
      .work,
      """
      act treaty agreement accord accords protocol convention constitution bill law amendment
      charter declaration resolution pact memorandum code directive report film novel album song
      single book series magazine telescope spacecraft satellite rover shuttle probe lander
      orbiter rocket missile missiles aircraft helicopter fighter bomber submarine carrier
      destroyer frigate cruiser ship ferry tanker vessel yacht airliner jet console software os
      windows iphone ipad smartphone tablet game opera symphony painting musical play comic manga
      anime sitcom show podcast encyclopedia dictionary roadmap plan framework manifesto
      communiqué statute ordinance decree waiver observatory collider pipeline dreamliner
      locomotive statue engine browser language concordat fatwa encyclical anthem tapestry
      manuscript scrolls
      """
    ),
    (
      .role,
      """
      president presidents minister ministers governor governors mayor mayors chancellor secretary
      secretary-general premier premiers king kings queen queens emperor monarch monarchs prince
      princess sultan emir caliph pope popes archbishop bishop cardinal patriarch ambassador
      ambassadors speaker chairman chairwoman chairperson chair commissioner commissioners
      ombudsman attorney general governor-general leader leaders chief director vice-president
      vice deputy undersecretary senator senators congressman representative representatives mp
      mps member members judge judges justice justices prosecutor prosecutors heads head commander
      commanders lieutenant taoiseach tánaiste lord ceo coach manager monarchy presidency papacy
      heir laureate spokesman spokesperson envoy consul magistrate sheriff treasurer dean rector
      provost poet-laureate comptroller
      """
    ),
    (
      .concept,
      """
      politics economy demographics foreign human rights history geography culture religion
      education health law punishment marriage award awards prize prizes medal trophy currency
      dollar euro pound yen yuan ruble rupee peso krona franc day holiday language football
      basketball baseball rugby cricket tennis golf hockey athletics racing cycling boxing
      swimming skiing system systems policy industry market trade tax debt theory disease virus
      cancer syndrome fever infection influenza flu drug vaccine weapon weapons bomb bombs gun
      rifle warfare terrorism murder crime abuse vehicle car train bus plane scale index rate
      media freedom censorship flag anthem capital sport sports medicine science technology engine
      device process ideology socialism communism liberalism conservatism nationalism democracy
      monarchy philosophy music art architecture literature cuisine food animal species plant
      energy power inflation unemployment poverty immigration emigration citizenship nationality
      visa passport corruption bribery homicide theft vandalism arson heritage customs tariff
      barrier embargo recognition enforcement representation status independence sovereignty
      autonomy federalism climate emission emissions warming agriculture fishing whaling mining
      finance insurance pension loan bond bonds stock stocks shares derivative hedge securities
      ballistics astronomy physics chemistry biology geology mathematics surgery transplant
      abortion euthanasia adoption divorce cloning piracy-law prostitution slavery torture
      detention imprisonment parole amnesty pardon extradition deportation asylum reform reforms
      security safety transport transportation aviation cell cells gene genome protein particle
      element isotope molecule acid gas fossil dinosaur mammal bird fish whale insect spider
      bacteria parasite genus rocket-fuel footballer player worker officer agent detective
      firefighter journalist lawyer teacher student farmer scientist nurse doctor engineer soldier
      sailor pilot actor actress singer
      """
    ),
    (
      .person,
      """
      jr. jr sr. iii iv
      """
    ),
  ]

  static let inBrackets: [(EntityKind, String)] = [
    (
      .person,
      """
      politician journalist businessman bishop diplomat footballer singer musician player actor
      actress murderer officer judge criminal executive driver cricketer writer rapper entertainer
      athlete lawyer golfer astronaut novelist poet terrorist director activist leader mountaineer
      artist wrestler paleontologist soldier advisor jurist expert character author economist
      scientist physicist priest cardinal racer comedian coach boxer swimmer cyclist skater
      militant general born b. broadcaster composer chef model producer filmmaker historian
      philanthropist
      """
    ),
    (
      .organization,
      """
      band company magazine newspaper party network channel union franchise retailer airline
      agency bank corporation station website publisher club team council university school
      organization government department label studio broadcaster journal
      """
    ),
    (
      .group,
      """
      group gang tribe people militia movement unit faction clan
      """
    ),
    (
      .place,
      """
      city state province region district town village island river moon planet constituency
      building municipality county lake mountain place constellation crater airport stadium
      country comet asteroid mars parish borough prison territory
      """
    ),
    (
      .work,
      """
      film song album novel book series musical spacecraft ship satellite rocket missile software
      game console module aircraft probe car vehicle submarine opera play magazine video show worm
      computer law train
      """
    ),
    (
      .concept,
      """
      law sport football tennis finance biology computing medicine politics economics baseball
      golf hockey basketball cricket physics geology music term number anatomy horse system food
      religion military rank genre disease legal currency mathematics astronomy enforcement
      chemistry language
      """
    ),
    (
      .situation,
      """
      event storm meeting race tournament program
      """
    ),
  ]

  static let first: [(EntityKind, String)] = [
    (
      .situation,
      """
      hurricane typhoon cyclone operation tropical battle siege storm subtropical exercise
      """
    ),
    (
      .work,
      """
      uss hms ss mv rms ins my hmas hmcs ms kri usns jds
      """
    ),
    (
      .place,
      """
      mount lake fort port san santa mt. cape camp rio são isle gulf bay los las el north south
      east west northern southern eastern western central upper lower puerto ciudad villa monte
      château castle plaza piazza estádio estadio stadio isla islas île nova tel tell beit ras jebel
      jabal kafr deir wadi umm ain
      """
    ),
    (
      .organization,
      """
      air bank university ministry department institute radio real fc afc f.c. a.c. s.s.c. sporting
      deutsche banco banque crédit groupe aktion partido parti club federal médecins
      """
    ),
    (
      .group,
      """
      al
      """
    ),
  ]

  /// Before the name of a person who holds them.
  static let titles = """
    pope king queen prince princess sheikh saint st. sir lord lady emperor mullah ayatollah
    archbishop cardinal general dr. mr. mrs. judge justice
    """

  /// Small words inside a person's name.
  static let particles = """
    al bin de von van ibn ben abu el la da di dos del bint ul der den le du y
    """

  /// Words that end a name's head: what follows tells of what or where.
  static let headStops = """
    of in for against at on to by from between with during over under into near and
    """

  /// Small words that may stand in any name.
  static let smallWords = """
    of in for against at on to by from and between with during over under into de du des di del
    da la le von van bin al el the or & vs vs. v a y e dos das der den ibn
    """

  static let months = """
    January February March April May June July August September October November December
    """
}
