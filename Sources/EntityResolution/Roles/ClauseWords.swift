/// Words that a clause is read by, by hand: verbs by what their subject and object are to the event,
/// and the closed classes.
enum ClauseWords {
  enum VerbClass: Int, CaseIterable {
    /// No verb at all, or only a form of "be".
    case none, be
    /// The subject speaks.
    case speak
    /// The subject makes its own act known.
    case announce
    /// The object has it done to it.
    case harm
    /// The subject has it done to it.
    case undergo
    case other
  }

  /// Base forms; a verb of several classes stands in the first.
  static let verbs: [(VerbClass, String)] = [
    (
      .speak,
      """
      say tell warn report claim urge demand criticize criticise condemn state confirm express
      describe admit suggest estimate predict ask insist vow threaten promise complain allege
      argue acknowledge note praise reveal blame advise apologize apologise deny indicate believe
      add call denounce respond reply comment emphasize stress testify write reiterate recommend
      assert caution remark request appeal disclose hint question fear expect hail welcome speak
      inform slam confess notify lament observe compare presume suspect attribute
      """
    ),
    (
      .announce,
      """
      announce declare pledge agree decide plan propose offer order refuse reject approve launch
      sign issue release unveil publish authorize authorise schedule lodge renounce proclaim
      """
    ),
    (
      .harm,
      """
      kill injure wound arrest attack bomb shoot capture detain sentence convict charge accuse sue
      fine expel execute destroy hit strike defeat beat ban suspend fire sack dismiss remove oust
      assassinate murder kidnap abduct rape stab hijack seize raid rescue free jail imprison
      indict extradite deport evacuate appoint elect name nominate award honor honour find acquit
      impeach invade bombard shell target block close topple overthrow dissolve replace hang
      behead hospitalize hospitalise poison summon recall reelect inaugurate crown buy acquire
      purchase cancel delay postpone bury damage demolish rename found held trap treat diagnose torture
      bar infect clear hack downgrade displace ambush discharge gun subject induct implicate prosecute
      assault ground disqualify outlaw evict relieve exhume airlift disband crush prohibit rush pelt
      scrap abuse pronounce eliminate remand exclude relocate arraign massacre drag torch annul
      quarantine axe enthrone terminate dismantle electrocute repel interrogate depose exile besiege
      trample slaughter knight confiscate abolish nationalise nationalize demote promote reinstate
      pardon freeze upgrade strand flood devastate stone punish apprehend foil down disarm contaminate
      poison invite inaugurate invest install detect
      """
    ),
    (
      .undergo,
      """
      die crash collapse sink explode erupt derail disappear survive lose fall suffer drown premiere
      end burn capsize plunge face undergo perish catch rise drop decline fail occur happen collide
      burst debut weaken emerge
      """
    ),
    (
      .other,
      """
      win make take go become hold vote pass visit meet return send arrive leave withdraw give get
      receive seek join enter cross move come lead run play score set break cut raise reach build
      use try attempt aim continue resume conduct deploy deliver land fly march rally protest
      gather clash fight battle storm occupy support oppose back defend protect help assist grant
      allow permit let force cause prevent stop halt keep lift impose adopt ratify veto overturn
      uphold rule file submit present introduce mark commemorate host attend participate compete
      qualify advance retain complete finish discover identify investigate search recover reopen
      restore sell pay donate invest fund extend expand increase reduce lower grow intercept
      escape flee defect travel walk drive head step stand sit serve work act create form
      establish develop test prepare train hire recruit accept recognize recognise endorse choose
      select pick swear marry divorce spend save tie top share show appear seem remain stay live
      cover include contain involve affect consider discuss debate negotiate mediate broker settle
      resolve conclude demonstrate riot loot boycott disrupt cooperate commit violate breach defy
      obey ignore miss avoid intend want hope need require change amend revise reform review study
      examine monitor watch see hear listen read learn know think feel like love hate worry await
      wait spread sweep lash batter pound bring carry pull push throw place put post air broadcast
      stage perform record sing direct star clinch secure earn gain tighten ease relax loosen
      strip revoke restrict limit cap control manage operate reshuffle merge split separate unite
      reunite dedicate devote assume abandon quit concede approach near exceed surpass overtake
      outline detail list cite quote refer regain retake recapture liberate hand transfer turn
      resign retire open begin start celebrate surrender succeed strengthen convene shake experience
      renew detonate apply pitch obtain intensify uncover tour intervene circulate leak depart double
      trigger follow activate widen achieve climb reverse initiate pursue repeat interrupt draw
      commence address challenge unearth film rig determine implement verify retrieve dispatch divert
      counter stress brace
      switch convert confer bestow canonize canonise beatify ordain consecrate orbit dock undock
      """
    ),
  ]

  /// `form base`, where the form is not made with -ed; past and participle alike.
  static let irregular = """
    said/say told/tell won/win lost/lose killed/kill died/die shot/shoot hit/hit beat/beat
    beaten/beat struck/strike hung/hang sank/sink sunk/sink fell/fall fallen/fall rose/rise
    risen/rise left/leave met/meet made/make took/take taken/take went/go gone/go became/become
    held/hold gave/give given/give got/get began/begin begun/begin sent/send sought/seek
    came/come led/lead ran/run set/set broke/break broken/break cut/cut built/build found/find
    fled/flee flew/fly flown/fly fought/fight withdrew/withdraw withdrawn/withdraw sold/sell
    paid/pay stood/stand sat/sit chose/choose chosen/choose swore/swear sworn/swear spent/spend
    saw/see seen/see heard/hear read/read knew/know known/know thought/think felt/feel
    brought/bring threw/throw thrown/throw put/put kept/keep stole/steal stolen/steal
    overthrew/overthrow overthrown/overthrow quit/quit spread/spread wrote/write written/write
    spoke/speak spoken/speak drew/draw drawn/draw drove/drive driven/drive caught/catch
    bought/buy taught/teach dealt/deal laid/lay lay/lie hurt/hurt let/let burnt/burn grew/grow
    grown/grow showed/show shown/show tore/tear bound/bind
    """

  enum Preposition: Int, CaseIterable {
    case `in`, at, near, from, to, of, by, with, against, `for`, on, `as`, between, after, during
    case over, among
  }

  static let prepositions: [(Preposition, String)] = [
    (.in, "in across around within through inside via"), (.at, "at"),
    (.near, "near outside off along beyond behind"), (.from, "from"),
    (.to, "to into towards toward"), (.of, "of"), (.by, "by"), (.with, "with without"),
    (.against, "against"), (.for, "for"), (.on, "on under upon per"), (.as, "as"),
    (.between, "between"), (.after, "after following amid despite before since until"),
    (.during, "during"), (.over, "over about regarding concerning"),
    (.among, "among including like"),
  ]

  static let determiners = """
    the a an his her its their this that these those some several many two three four five six
    seven eight nine ten no any another first second third new former
    """

  /// Begin a clause inside another.
  static let subordinators: [(Subordinator, String)] = [
    (.who, "who which whose whom where because although though if before since"),
    (.that, "that"), (.after, "after following amid despite"), (.when, "when while"), (.as, "as"),
  ]
  enum Subordinator: Int, CaseIterable {
    case who, that, after, when, `as`
  }

  static let be = "is are was were be been being"
  static let have = "has have had"
  static let modals = "will would may might could can should must shall cannot"

  /// What two sides do, each named after "with", "between" or "against".
  static let mutual = """
    clash clashes clashed clashing fight fights fought fighting battle battles battled battling meet
    meets met meeting meetings talk talks negotiate negotiates negotiated negotiating negotiation
    negotiations agree agrees agreed agreement agreements deal deals treaty pact accord ceasefire
    truce war conflict dispute disputes tension tensions relations ties summit merge merges merged
    merger collide collides collided collision exchange exchanges exchanged skirmish skirmishes
    confrontation draw draws drew play plays played match game cooperate cooperates cooperation
    alliance partnership gunfight gunbattle shootout dialogue
    """

  /// Stand after a name and are not the noun that it describes.
  static let notNouns = """
    and or but who that which when while also has is was were are where the a an not because then
    """

  /// What a noun names, as far as it tells what a name beside it does.
  enum Noun: Int, CaseIterable {
    case other, person, people, body, place, happening, thing
  }

  /// Singular, or plural where there is no other; a word of several kinds stands in the first.
  static let nouns: [(Noun, String)] = [
    (
      .people,
      """
      people civilian soldier troop forces officer men women children worker resident voter protester
      demonstrator militant rebel insurgent gunman gunmen guerrilla pirate prisoner student passenger
      refugee migrant hostage tourist citizen villager scientist researcher astronomer activist
      supporter lawmaker firefighter fan athlete rioter bomber terrorist separatist personnel
      peacekeeper crew police policeman policemen fishermen immigrant detainee inmate jihadist
      Islamist islamist extremist nationalist loyalist commando marine authorities official
      lawyers prosecutor investigator attacker assailant adherent tribesmen youth mob crowd
      population community minority family victim survivor employee staff
      """
    ),
    (
      .person,
      """
      president minister premier chancellor leader chief head member founder co-founder owner editor
      spokesman spokeswoman spokesperson secretary governor mayor senator congressman congresswoman
      king queen prince princess emperor sultan emir director chairman chairwoman chairperson ceo
      commander general colonel captain lieutenant sergeant admiral ambassador envoy diplomat lawyer
      judge justice attorney actor actress singer musician rapper author writer novelist poet artist
      player footballer cricketer golfer swimmer boxer driver rider coach manager journalist reporter
      correspondent wife husband son daughter brother sister father mother widow candidate deputy
      commissioner bishop archbishop cardinal pope cleric imam priest rabbi politician lawmaker
      legislator mp dictator chairman banker businessman billionaire tycoon entrepreneur scientist
      economist historian astronaut cosmonaut pilot soldier teacher professor man woman boy girl
      child teenager suspect defendant murderer killer criminal warlord whistleblower winner champion
      nominee successor predecessor representative inspector adviser advisor aide dissident
      """
    ),
    (
      .place,
      """
      capital city town village hamlet province state region district coast island islands border
      frontier north south east west northeast northwest southeast southwest area part suburb county
      outskirts prefecture municipality mountain sea ocean gulf bay river lake strait waters port
      harbor harbour airport territory side hospital prison jail church mosque temple cathedral
      synagogue university school college hotel street square park stadium building camp base palace
      museum market mine site zone centre center downtown neighborhood neighbourhood quarter valley
      desert forest peninsula continent country nation republic kingdom home house embassy consulate
      headquarters checkpoint restaurant station highway road bridge theater theatre plant
      """
    ),
    (
      .body,
      """
      government administration cabinet parliament senate assembly congress legislature army military
      navy force party company firm corporation court tribunal council agency ministry department
      commission committee media newspaper airline airlines bank club team squad organization
      organisation union coalition alliance group movement faction militia network federation
      association league institute foundation giant manufacturer maker retailer carrier operator
      publisher broadcaster station channel watchdog regulator jury board authority delegation
      opposition band brigade gang cartel
      """
    ),
    (
      .happening,
      """
      war attack bombing election crash earthquake killing death murder assassination trial arrest
      invasion conflict talk talks meeting summit visit protest riot fire flood flooding explosion
      tournament final semifinal match game race vote referendum campaign sentence crisis dispute
      siege battle clash fighting raid airstrike strike shooting massacre coup revolution uprising
      rebellion insurgency ceasefire truce negotiation debate hearing inquiry investigation verdict
      resignation appointment inauguration ceremony festival celebration anniversary outbreak
      epidemic pandemic storm hurricane typhoon cyclone tornado eruption tsunami landslide avalanche
      accident disaster collapse collision derailment hijacking kidnapping abduction hostage-taking
      demonstration rally march parade funeral wedding recession bailout merger takeover sanction
      withdrawal expulsion extradition execution independence violence unrest genocide abuse
      involvement intervention operation offensive mission tour championship season series
      """
    ),
    (
      .thing,
      """
      bill law act treaty resolution constitution ban report statement letter record award prize medal
      title charge vehicle car bus train truck plane aircraft airplane jet helicopter ship boat ferry
      vessel tanker trawler bomb missile rocket weapon gun rifle mine satellite spacecraft probe
      telescope film book novel album song programme program project plan policy proposal budget
      deal agreement contract virus vaccine drug product oil gas uranium money fund loan
      flag embargo tax rule right status role website
      """
    ),
  ]
}
