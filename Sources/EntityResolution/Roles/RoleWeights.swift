/// Weights of `RoleModel`, in hundredths: agent target speaker place context mentioned. Written by
/// `Tests/Corpus/fit_roles.py`.
enum RoleWeights {
  static let table = """
    accordingTo 2:307; adjective 0:12 1:5 2:-10 3:-10 4:-7; adjectiveKind.name 1:-4 5:215
    .noun 0:25 1:14 5:-13; afterName.act 3:-31 4:-40 5:-7; .concept 0:-16 1:8 4:-39 5:40
    .place 3:-6 4:10 5:8; .role 4:9; .situation 0:8 1:5 4:-5 5:-6; .state 5:8
    apposition.act 2:11 3:-9 4:-7 5:136; .concept 0:-6 1:-15 4:28 5:5; .place 0:8 1:-6 5:159
    .role 5:160; .situation 4:-7 5:17; .state 0:-23 2:-15 4:-11 5:133
    bias 0:-7 1:24 2:-52 3:-5 5:33; bracket 0:-7 5:10; by.active.actor 0:106 2:-4 3:-7
    .active.other 3:-7 5:11; .passive.actor 0:243 1:-22 2:5 3:-13 4:-16
    .passive.other 0:6 2:12 3:-6 4:-13 5:-12; chain.other 0:-19 2:-16 4:-12 5:174
    .person 0:-12 1:-23 2:-5 4:17 5:293; chainGroup.other.act 1:18 2:-5; .other.concept 5:10
    .other.place 3:10; .other.situation 5:10; .other.state 5:13; .person.act 1:-14 2:-6 5:28
    .person.concept 0:-6 1:-10 4:8 5:15; .person.place 5:16; .person.role 4:-5 5:20
    .person.situation 4:10 5:-6; .person.state 0:-6 5:19
    clause.announce.after.active 1:44 3:-22 4:46 5:-15; .announce.after.passive 0:8 1:-5 4:8
    .announce.afterOther.active 0:-33 1:23 2:-14 3:8 5:-21
    .announce.afterOther.passive 0:6 1:-33 2:-12 3:-27 5:5
    .announce.before.active 0:16 1:-66 3:-33 4:-35 5:15
    .announce.before.passive 1:-7 2:-8 3:14 4:-10 5:7; .be.after.active 1:-4 3:-6 4:19
    .be.afterOther.active 1:-7 3:9 4:-5 5:10; .be.before.active 0:4 2:-19 4:-14 5:-28
    .harm.after.active 0:-20 1:68 3:8 4:-11; .harm.after.passive 0:37 1:-48 2:-14 4:22 5:-13
    .harm.afterOther.active 0:-20 1:-12 4:-41 5:8; .harm.afterOther.passive 0:17 2:12 4:-14 5:-23
    .harm.before.active 0:49 1:-15 2:-14 3:17 5:-10
    .harm.before.passive 0:-46 1:51 2:-23 4:-28 5:13; .none.noVerb.active 2:-19 3:9 4:-5
    .other.after.active 0:20 1:-23 3:24 4:-19; .other.after.passive 0:-16 1:-22 3:-10
    .other.afterOther.active 1:-23 4:34 5:58; .other.afterOther.passive 3:13
    .other.before.active 0:43 2:-14 3:7 5:-9; .other.before.passive 1:31 2:-6 3:-11 4:27
    .speak.after.active 0:26 1:28 2:-9 3:-20 5:-16; .speak.after.passive 0:6 1:-6 2:11 3:-6 5:-8
    .speak.afterOther.active 0:-30 1:16 2:-19 4:-19; .speak.afterOther.passive 5:19
    .speak.before.active 0:-44 1:-26 2:129 3:-13 5:25; .speak.before.passive 0:22 1:-10 4:5
    .undergo.after.active 0:-11 1:6 3:40 4:-6; .undergo.afterOther.active 0:-17 2:-11 3:-18 4:4
    .undergo.before.active 0:-31 1:54 2:-32 3:-7 4:24; currency 1:-6 4:-28 5:341
    depth.0.actor 0:4 1:-6 2:-11 3:13 5:-24; .0.concept 2:-7 3:-12 4:21 5:-6
    .0.role 1:-5 4:39 5:-10; .0.situation 0:17 1:18 3:-6 4:-9; .0.work 0:-7 1:17 4:5 5:-8
    .1.actor 1:49 2:-22 3:21 4:-6 5:-9; .1.concept 1:11 2:-10 3:-5 4:12 5:-25
    .1.place 0:-10 1:-15 3:33; .1.role 4:16 5:-10; .1.situation 0:-12 2:5 4:5 5:-21
    .1.work 1:-7 3:17 4:9 5:-10; .2.actor 1:-35 3:-10 4:11 5:13; .2.concept 0:-10 2:18 3:4 5:-5
    .2.place 0:5 1:-13 3:28 4:-14; .2.role 3:10 4:-6; .2.situation 4:-9 5:22
    .2.work 0:15 1:-8 4:-10 5:12; .more.actor 0:-16 1:38 4:-8 5:49
    .more.concept 0:14 1:-17 3:-5 5:34; .more.place 0:-10 1:14 2:-6 3:-52 5:32; .more.role 4:-8 5:12
    describesNoun.act.after 1:-15 2:-15 3:-13 5:8; .act.before 0:24 1:-11 5:14
    .act.noVerb 0:8 1:-12 2:5 3:-4 4:-4; .concept.after 0:-7 1:9 4:33 5:-15
    .concept.before 1:-7 4:26 5:-7; .concept.noVerb 4:-5 5:10; .place.after 0:6 1:-10 3:-25 5:20
    .place.before 1:-4 2:15 5:12; .role.before 1:11; .state.after 1:7 2:-8 4:-13 5:-14
    .state.before 0:-10 1:13 2:27 3:-5 5:-11; .work.after 1:11; .work.before 1:5 4:10 5:-6
    first 2:13 3:-40 5:22; firstGroup.act 2:14 3:-10 4:-10 5:5; .concept 1:-6 2:-11 4:21 5:11
    .place 0:11 2:-6 3:-19 4:13 5:-23; .role 1:-5 2:5 4:-5 5:11; .situation 0:30 1:5 2:-7 4:-9
    .state 0:-27 1:-11 2:27 5:35; .work 1:23 5:-5; group.act 1:11 2:8 3:-55 4:-43
    .concept 1:-8 2:-19 3:-16 4:155 5:10; .place 0:-7 1:-6 2:-16 3:126; .role 0:-13 1:-4 4:41 5:149
    .situation 0:9 2:-19 3:-25 4:166 5:-8; .state 2:-10 3:47 4:-39 5:17; .work 0:-13 1:13 2:-14
    headNoun.body.after.concept 1:-4 4:16 5:-10; .body.after.situation 0:15 4:-9
    .body.after.state 1:13 5:-6; .body.before.act 0:-19 2:-12 5:38; .body.before.situation 0:-6 5:11
    .body.before.state 0:-17 1:-5 3:-5 5:29; .happening.after.act 1:-23 3:-5 4:8 5:40
    .happening.after.concept 1:-5 4:19 5:-4; .happening.after.place 3:-11 4:12
    .happening.after.state 1:8 3:-6 5:11; .happening.afterOther.act 0:6 1:-11 2:4 3:-12 5:-10
    .happening.afterOther.concept 1:-9 4:15; .happening.afterOther.place 5:11
    .happening.before.act 1:10; .happening.before.concept 4:23 5:-14; .other.after.act 1:20 5:5
    .other.after.concept 4:10; .other.after.place 0:9 1:5 3:-6
    .other.after.situation 2:-6 3:-7 4:-25; .other.after.state 0:16 1:-9 5:-5
    .other.after.work 4:-4 5:11; .other.afterOther.act 1:10 5:13
    .other.afterOther.concept 4:20 5:-9; .other.afterOther.place 0:11
    .other.afterOther.role 4:9 5:-7; .other.afterOther.situation 1:-5 2:13 4:-26 5:27
    .other.afterOther.state 3:-5 5:13; .other.afterOther.work 0:18
    .other.before.act 0:10 1:-12 2:-14 5:27; .other.before.state 0:-14 3:-10 5:12
    .other.before.work 4:11; .other.noVerb.act 0:20 1:-5 2:8 5:-14; .other.noVerb.situation 0:9 4:-6
    .people.after.act 1:-4 3:6 5:9; .people.after.state 0:5 1:-8 5:10
    .people.afterOther.act 0:18 5:-8; .people.afterOther.concept 1:16 5:-4
    .people.before.act 0:18 5:-5; .people.before.place 2:16
    .people.before.state 0:-21 1:-17 2:19 5:25; .people.noVerb.act 0:22 1:-6 5:-5
    .person.after.act 0:21 5:56; .person.after.place 5:70; .person.after.state 5:70
    .person.afterOther.act 5:72; .person.afterOther.place 5:70
    .person.afterOther.state 1:-6 3:8 5:70; .person.before.act 0:-13 1:-10 2:-5 5:101
    .person.before.concept 0:-7 4:7 5:8; .person.before.place 0:-7 4:13 5:90
    .person.before.state 0:-15 2:-8 3:4 5:78; .person.noVerb.act 1:8 5:65
    .person.noVerb.concept 4:-5 5:10; .person.noVerb.place 5:70; .person.noVerb.situation 4:-8 5:11
    .person.noVerb.state 5:70; .place.after.act 1:-9 3:70 5:13; .place.after.place 3:82
    .place.after.state 1:-4 3:84; .place.afterOther.act 1:-5 3:66 5:17
    .place.afterOther.place 3:73 4:-4 5:6; .place.afterOther.state 3:82 5:-6
    .place.before.act 0:-10 3:70 5:12; .place.before.place 3:71; .place.before.state 0:-5 3:79
    .place.noVerb.act 3:70; .place.noVerb.place 3:72; .place.noVerb.state 3:70
    .thing.after.act 1:-14 4:19; .thing.after.concept 0:10 4:-5; .thing.after.place 3:-4 5:10
    .thing.afterOther.place 3:-10 4:9; .thing.afterOther.work 5:12; .thing.before.act 0:9 5:-7
    .thing.before.role 1:10; .thing.before.state 0:15 3:-6 5:-6; .thing.before.work 1:8
    heading 0:-24 1:-5 4:204 5:-8; innerSubject.announce.place 3:-8 4:17
    .harm.actor 0:-7 1:10 4:11 5:-8; .none.actor 0:9; .other.actor 2:14 5:-13
    .other.concept 0:8 1:7 5:-8; .speak.actor 0:33 3:-8 5:-13; .speak.place 0:12
    .speak.situation 0:9; .undergo.concept 1:18 4:-11; kind.concept 1:-8 2:-19 3:-16 4:5 5:10
    .group 0:-14 2:31 3:-10 4:-15 5:13; .organization 0:22 2:-9 5:18
    .person 0:6 1:26 3:-29 4:-11 5:-20; .place 0:-7 1:-6 2:-16 3:26; .role 0:-13 1:-4 4:41
    .situation 0:9 2:-19 3:-25 4:16 5:-8; .state 2:-10 3:47 4:-39 5:17; .work 0:-13 1:13 2:-14
    later 0:-6 1:-65 3:-49 4:4 5:102; laterGroup.act 1:-41 2:10 3:-24 4:-16
    .concept 0:5 1:-7 4:29 5:-17; .place 0:-7 1:6 3:-33 5:30; .situation 4:-4 5:9
    .state 0:4 1:-10 4:-5; .work 0:-10 1:-14 2:-7; list 0:21 1:-7 2:-14 5:10
    listMember.act 0:-8 1:5 4:-10 5:42; .state 0:51 4:6; lower 0:-39 1:-15 2:10 3:-28 4:81
    lowerGroup.act 0:-24 1:-46 2:18 4:15 5:-21; .concept 1:29 2:-16 3:-15 5:5
    .place 0:-11 3:-29 4:13 5:-5; .situation 0:-9 4:37 5:16; .state 3:11
    modifiesName.act.other 1:-8 2:-9 5:79; .act.person 0:-5 5:158; .act.role 1:8
    .concept.other 0:-12 1:-14 4:12 5:30; .concept.person 1:-5 5:17; .place.other 2:13 3:-7 4:35
    .role.person 4:-5 5:19; .situation.other 0:20 1:-4 4:-24 5:15; .situation.person 4:12 5:-11
    .situation.role 4:-13 5:19; .state.other 0:-6 1:-24 3:-6 5:61; .state.person 5:151
    .state.role 0:-4 5:11; mutual.against.actor 0:80; .against.concept 0:30; .against.place 0:30
    .against.role 0:30; .against.situation 0:30; .against.work 0:30; .between.actor 0:88 5:4
    .between.concept 0:28 4:8; .between.place 0:30; .between.role 0:30; .between.situation 0:30
    .between.work 0:30; .with.actor 0:87 2:-6 3:-13 4:-6 5:5; .with.concept 0:47 4:-8
    .with.place 0:30; .with.role 0:30; .with.situation 0:30; .with.work 0:29 1:12
    object.announce.base.inner.actor 1:49; .announce.base.inner.concept 1:17 4:-12
    .announce.base.main.actor 1:50; .announce.base.main.concept 1:-7 5:9
    .announce.base.main.work 1:10 4:-7; .announce.gerund.inner.actor 1:59
    .announce.gerund.main.actor 1:50; .announce.past.inner.actor 1:50
    .announce.past.main.actor 1:50 4:14 5:-9; .announce.past.main.concept 1:15 4:-15
    .announce.third.inner.actor 1:50; .announce.third.main.actor 0:10 1:51
    .announce.third.main.concept 1:-10 4:13; .announce.third.main.work 4:-5 5:11
    .harm.base.inner.actor 1:88 4:10 5:-11; .harm.base.inner.situation 1:19 4:-12
    .harm.base.main.actor 1:78 3:7; .harm.base.main.concept 1:9 4:-7
    .harm.gerund.inner.actor 1:84 5:6; .harm.gerund.main.actor 1:80
    .harm.past.inner.actor 1:84 5:12; .harm.past.inner.role 4:-8 5:12
    .harm.past.main.actor 1:53 2:-18 3:-19 5:-38; .harm.past.main.concept 1:-4 4:9
    .harm.third.inner.actor 1:82; .harm.third.main.actor 0:-20 1:50 2:-16 4:-19
    .harm.third.main.concept 1:19 4:-17; .none.auxiliary.inner.concept 1:-4 4:11 5:-5
    .other.base.inner.actor 0:-8 1:72 2:-4 5:-13; .other.base.inner.concept 1:9 4:-10 5:7
    .other.base.inner.place 3:-7 4:9; .other.base.inner.situation 1:-5 4:-9 5:18
    .other.base.main.actor 1:51 5:16; .other.base.main.place 0:13
    .other.base.main.situation 1:10 4:-6; .other.base.main.work 4:10
    .other.gerund.inner.actor 0:15 1:18 2:-15 3:-18 4:-18
    .other.gerund.inner.concept 1:-5 4:18 5:-8; .other.gerund.inner.role 4:16 5:-11
    .other.gerund.main.actor 1:44 5:13; .other.past.inner.actor 1:65
    .other.past.inner.place 3:-7 4:19 5:-4; .other.past.main.actor 1:50
    .other.past.main.place 3:-7 5:20; .other.third.inner.actor 1:50
    .other.third.main.actor 0:-31 1:14 3:-24 4:-38; .other.third.main.concept 1:19 4:-6 5:-6
    .other.third.main.place 1:4 3:22 4:-7 5:-12; .other.third.main.situation 1:-6 4:16 5:-4
    .other.third.main.work 4:8; .speak.base.inner.actor 1:58; .speak.base.inner.situation 1:8 4:-7
    .speak.base.main.actor 1:66; .speak.gerund.inner.actor 1:50; .speak.gerund.main.actor 1:50
    .speak.past.inner.actor 1:49 5:6; .speak.past.inner.concept 0:23 1:-10 4:-7
    .speak.past.inner.work 1:-5 4:10; .speak.past.main.actor 1:50; .speak.third.inner.actor 1:55
    .speak.third.inner.place 1:9 3:-4; .speak.third.main.actor 0:-5 1:52 3:-6 4:21 5:-5
    .undergo.gerund.inner.place 3:10; .undergo.third.main.place 3:-4 5:10
    .undergo.third.main.work 3:11; ofName.concept.actor 0:-18 1:-4 2:6 4:10
    .person.actor 1:-4 5:163; .person.work 1:-5 5:10; .place.place 3:10; .role.actor 1:7 5:14
    .situation.actor 1:-12 4:9 5:9; ofRole.other 3:16 4:-13 5:-14; .role 3:-6 5:15
    ofWhat.name.act 0:-26 1:-8 3:-13 4:12; .name.place 1:-5 3:9 5:4; .name.state 1:-8 5:21
    .noun.act 0:-14 1:22 2:-12; .noun.concept 0:-5 1:11 4:26 5:-5; .noun.place 1:10 3:50
    .noun.situation 1:-7 5:17; .noun.state 4:-9 5:-18; .noun.work 0:15 1:8 4:-7 5:-5
    .person.act 1:-4 5:110; .person.place 5:106; .person.state 5:103; .person.work 1:-5 5:10
    .upper.act 0:13 1:-15 4:-12 5:26; .upper.place 2:-7 3:-9 4:-8 5:34; .upper.situation 4:9 5:-5
    .upper.state 3:9 5:47; office.beforeOf.other 4:14; .beforePerson.other 4:-5 5:19
    .other.as 4:10 5:-5; .other.other 0:-12 5:-7; .passive.as 4:9 5:-4
    order.first.actor 0:30 1:-8 3:49 4:-31 5:-5; .first.concept 0:14 1:36 2:-23 3:-7 5:-16
    .first.place 2:-14 4:-30 5:6; .first.role 0:-13 4:28; .first.situation 0:8 1:-8 2:-27 3:-19 4:21
    .first.work 0:-4 1:26 2:-7 4:16; .later.actor 0:-42 1:7 3:-33 4:-22 5:19
    .later.concept 0:-15 1:-22 2:23 5:23; .later.place 0:-6 1:11 4:22 5:-15; .later.situation 2:13
    .second.actor 0:11 1:13 3:-23 4:-28; .second.concept 1:-24 2:-21 3:-10 4:6
    .second.place 0:-7 1:-27 2:-10 3:18; .second.role 4:13; .second.situation 0:6 1:14
    .second.work 1:-5 3:10; ownNoun.body.act 0:-21 2:15 4:22 5:-11
    .body.concept 0:17 1:-11 4:-30 5:42; .body.role 1:11 5:-4; .body.work 0:18
    .happening.act 1:-12 4:17; .happening.concept 0:6 4:95 5:-23; .happening.place 4:11
    .happening.situation 0:-6 1:-11 4:72 5:-22; .people.act 0:15 5:-5
    .people.concept 0:34 1:44 3:-10 4:-70 5:-29; .people.situation 0:10 1:27 4:-25 5:-6
    .person.concept 0:-13 4:12 5:17; .place.act 0:4 3:104
    .place.concept 1:20 2:-6 3:135 4:-45 5:-14; .place.place 0:-5 1:10 2:-5 3:86 4:-10
    .thing.concept 0:-10 1:54 4:24 5:-15; .thing.situation 4:15
    ownNounClause.body.after.active.speak 0:16 1:-5 4:-6; .body.after.passive.harm 5:9
    .body.afterOther.passive.harm 0:16 1:-6 4:7 5:-9; .body.before.active.announce 0:88 2:17 4:-5
    .body.before.active.harm 0:105; .body.before.active.other 0:84 2:-10 3:-8 4:-11
    .body.before.passive.announce 1:100; .body.before.passive.be 1:100
    .body.before.passive.harm 1:100; .body.before.passive.none 1:100
    .body.before.passive.other 1:100; .body.before.passive.speak 1:100
    .body.before.passive.undergo 1:100; .body.noVerb.active.none 4:-7 5:17
    .happening.after.active.announce 1:-14 4:20; .happening.after.active.other 4:19 5:-10
    .happening.after.passive.harm 4:10; .happening.afterOther.active.other 4:28 5:-11
    .happening.before.active.harm 0:12 4:-4; .happening.before.active.other 4:14 5:-4
    .happening.before.passive.harm 1:-5 4:12; .happening.before.passive.other 1:9 4:-4
    .people.after.active.harm 1:8 4:-11; .people.after.active.other 0:30 1:-10 4:-7
    .people.after.active.speak 1:12 4:-9; .people.after.active.undergo 1:-6 4:9
    .people.after.passive.harm 0:10 4:-5; .people.afterOther.active.announce 1:15 4:-7
    .people.afterOther.active.other 1:33 4:-21 5:-7; .people.afterOther.active.speak 1:11 5:-4
    .people.afterOther.passive.harm 1:9 4:-7; .people.before.active.announce 0:101
    .people.before.active.harm 0:109; .people.before.active.other 0:106 1:8 4:-10
    .people.before.active.speak 2:30; .people.before.active.undergo 0:10 1:5 4:-10
    .people.before.passive.announce 1:100; .people.before.passive.be 1:100
    .people.before.passive.harm 1:113 4:-4; .people.before.passive.none 1:100
    .people.before.passive.other 1:90 4:14; .people.before.passive.speak 1:100
    .people.before.passive.undergo 1:100; .people.noVerb.active.none 0:9 4:-6
    .person.afterOther.active.other 4:16 5:-8; .person.before.active.announce 0:99
    .person.before.active.be 4:-6 5:10; .person.before.active.harm 0:95 4:9
    .person.before.active.other 0:88 1:-5 2:-4 3:-4; .person.before.active.speak 2:20
    .person.before.active.undergo 1:9 4:-8; .person.before.passive.announce 1:100
    .person.before.passive.be 1:100; .person.before.passive.harm 1:98 4:-5 5:9
    .person.before.passive.none 1:100; .person.before.passive.other 1:100
    .person.before.passive.speak 1:98 4:7; .person.before.passive.undergo 1:100
    .place.after.active.other 1:11 3:-7; .place.afterOther.active.announce 4:-7 5:9
    .place.afterOther.active.other 1:17 5:-13; .place.afterOther.active.speak 1:9
    .place.afterOther.active.undergo 3:-8 5:10; .place.afterOther.passive.harm 3:30 4:-14 5:-5
    .place.afterOther.passive.other 4:-6 5:11; .place.before.active.speak 0:12
    .place.noVerb.active.none 3:14 4:-5; .thing.after.active.announce 1:25 4:-22
    .thing.after.active.other 1:32 4:-17 5:-5; .thing.after.active.undergo 1:10 4:-9
    .thing.afterOther.active.other 4:15 5:-8; .thing.before.active.harm 0:-6 1:-5 4:10 5:4
    .thing.before.active.undergo 1:-5 4:13; .thing.before.passive.other 1:14 4:-10
    placeAfterPlace 0:-10 1:-10 3:203 5:-13; placeBeforeComma 0:-8 1:35 3:63 5:-24
    position.after 0:-33 2:-58 3:-4 4:22 5:6; .before 3:-35 4:-41; .noVerb 2:-19 3:9 4:-5
    possessive.after 0:5 1:-27 2:-13 4:-33 5:25; .before 0:-39 2:-24 4:-6 5:48
    .noVerb 0:-5 1:-10 5:26; possessiveNoun.body.state 0:-13 5:22; .happening.act 0:-4 1:5 5:11
    .happening.state 3:-9 5:16; .other.act 0:4 5:11; .other.state 1:-7 3:9; .person.act 0:19 1:-6
    .person.state 1:-5 3:9 5:7; .thing.place 3:-5 5:9; .thing.state 0:11
    preposition.after 3:-6 5:28; .against 0:-9 2:-6 3:-8; .as 0:19 2:-7 3:-11 4:9 5:-23
    .at 0:-15 1:-16 3:65 4:-8; .between 0:22 2:-5 3:-14; .break 2:-19 3:-21 4:-43
    .by 1:-27 2:11 3:-34 4:-31; .during 1:-17 2:-6 3:-15 4:16; .for 1:-4 2:-5 3:-7 4:7 5:8
    .from 1:-25 2:-11 3:8 5:21; .in 0:-44 1:-55 2:-30 3:64 4:11; .near 0:-6 1:9 3:46 4:-17 5:-7
    .none 0:36 3:-85 4:-50 5:-38; .of 0:-27 2:-19 3:-12 4:16; .on 0:-23 1:7 2:-12 4:7 5:-20
    .over 2:-4 3:-11 4:25 5:-17; .possessive 1:5 2:15 3:-7 4:-24; .to 0:-27 1:8 2:-16 3:21 4:-4
    .verb 0:-9 1:59 2:-14 3:-31 4:33; .with 3:-22 4:-26 5:7
    prepositionGroup.after.act 0:6 1:-5 5:63; .after.situation 4:5 5:10; .after.state 5:50
    .against.act 1:209 5:8; .against.concept 4:9; .against.state 1:199; .among.act 0:-5 1:7 2:8
    .as.concept 4:-5 5:11; .as.place 0:10 5:-5; .as.role 4:27 5:-13; .as.situation 0:9 4:-6
    .as.state 0:8; .at.act 0:-20 1:-11 3:46 5:-14; .at.concept 0:8 3:18 4:-21; .at.place 3:192 5:16
    .at.situation 4:14; .at.state 3:200; .at.work 3:10 5:-6; .between.act 0:128 5:-5
    .between.concept 4:9; .between.state 0:95 2:-8 3:-15 4:-8; .break.act 0:17 1:17 3:-35 5:-16
    .break.concept 0:-26 1:-12 2:-6; .break.place 1:5 3:-8 4:8 5:-26; .break.role 1:7 4:-10 5:24
    .break.situation 0:8 4:-26 5:15; .break.state 0:14 1:-6 3:36 5:-7; .break.work 4:-5 5:19
    .by.act 1:-23 2:8 3:-10 4:-13 5:15; .by.concept 0:15 1:-9 2:17 4:-9; .by.place 4:8 5:6
    .by.situation 1:14; .during.act 4:12; .during.place 3:-6 5:12; .during.situation 4:12
    .during.state 0:11; .for.act 1:-7 5:18; .for.concept 1:11 4:4 5:-7; .for.place 5:13
    .for.role 4:9 5:-5; .for.situation 0:13 5:-6; .from.act 0:10 5:11
    .from.place 0:-9 1:-10 3:7 5:10; .from.situation 3:11 4:5 5:-5; .from.state 0:12 5:9
    .in.act 1:-15 2:-11 3:14 4:9; .in.concept 0:-5 4:-13 5:37; .in.place 0:-5 1:-8 3:222 4:5
    .in.situation 4:37 5:-11; .in.state 0:-7 1:-6 3:243; .in.work 3:9; .near.act 0:-9 2:-5 4:-7
    .near.concept 3:13 4:-5; .near.place 3:212; .near.role 3:11 5:-6; .near.situation 1:10 4:-6
    .near.state 3:204; .none.act 1:14 2:11 3:-31 4:-31 5:-42; .none.concept 0:26 2:-8 3:-9 4:-15 5:8
    .none.place 2:-6 3:-30 4:5 5:-27; .none.role 0:-8 1:-10 3:-5; .none.situation 0:30 2:-7 4:-5
    .none.state 1:-18 2:19 5:26; .none.work 0:-11 1:16 2:-4; .of.act 0:-23 2:-8 3:-7 4:5 5:65
    .of.concept 0:-6 1:5 4:32; .of.place 1:6 2:-8 4:-8 5:-6; .of.situation 1:-7 4:12 5:12
    .of.state 0:-7 1:-10 3:5 4:-10 5:72; .of.work 0:13 1:8 3:-6 4:-10; .on.act 1:10 5:-6
    .on.place 0:-4 3:8 4:-8; .on.state 0:-8 1:13; .on.work 1:-6 4:15; .over.act 4:16 5:-5
    .over.concept 4:10; .over.state 0:9 1:6 3:-5; .possessive.act 0:8 2:21 5:-11
    .possessive.concept 1:14 4:-18 5:16; .to.act 1:36 4:-9 5:5; .to.concept 4:23
    .to.place 1:-4 3:25; .to.role 1:9 5:-5; .to.situation 1:-6 5:13; .to.state 0:-6 1:-8 3:19 5:6
    .verb.act 0:-6 1:-5 3:-11 5:34; .verb.concept 1:21 2:-10 3:-14 5:-33; .verb.place 1:12 3:-6 5:10
    .verb.role 1:-5 4:21 5:-6; .verb.situation 0:-6 1:31 4:-13; .verb.state 1:11 2:-9 3:-7 5:-16
    .verb.work 0:-8 1:-16 2:-5 4:13; .with.act 0:92 1:-8 3:-4 4:-8 5:15; .with.concept 0:15 1:-8 4:6
    .with.place 3:15 5:-6; .with.situation 2:13; .with.state 0:36 1:5 2:-19 3:-32 4:-19
    .with.work 1:14; prepositionNoun.after.happening.concept 1:9 4:-18 5:11
    .after.name.situation 4:-6 5:9; .after.other.situation 4:12 5:-5; .after.place.actor 0:8 1:-4
    .after.thing.situation 4:-9 5:10; .against.happening.actor 5:15; .against.other.actor 1:9
    .among.other.actor 0:-4 1:7 2:11 5:-5; .as.happening.concept 4:-13 5:15; .as.name.role 4:10 5:-5
    .as.name.situation 0:9 4:-6; .as.other.actor 1:18 5:-11; .as.other.concept 4:8 5:-5
    .as.other.place 0:11 3:-4; .as.verb.actor 0:14 1:-8 4:7; .as.verb.role 4:12 5:-6
    .at.happening.actor 0:-5 1:-7 3:15 5:6; .at.happening.place 3:-7 5:10; .at.people.concept 3:8
    .at.person.situation 4:-4 5:10; .at.verb.actor 1:-8 3:33 5:-6; .at.verb.place 3:-5 5:8
    .at.verb.work 3:10 5:-6; .between.happening.actor 0:12; .between.happening.concept 4:9
    .between.other.actor 0:8 1:9 3:-6; .between.thing.actor 0:9; .by.happening.actor 0:9
    .by.name.actor 0:8; .by.other.actor 0:17; .by.other.place 3:-6 5:12
    .by.verb.actor 0:-18 2:18 5:18; .by.verb.concept 0:14 1:-8 2:17 3:-4 4:-14
    .by.verb.place 4:9 5:-6; .by.verb.situation 1:14; .during.name.actor 4:12
    .during.verb.actor 0:11; .during.verb.place 3:-6 5:12; .for.name.situation 0:14
    .for.other.actor 1:4 3:-5 5:10; .for.other.concept 1:19 4:-12; .for.other.place 3:-7 5:15
    .for.person.actor 5:66; .for.person.place 5:60; .for.verb.concept 4:8
    .from.happening.actor 1:11 3:-4; .from.happening.place 3:-6 5:11; .from.name.concept 4:-6 5:11
    .from.other.actor 1:-5 3:9; .from.other.place 0:-4 3:6 4:9; .from.other.situation 4:9
    .from.people.actor 0:14 5:7; .from.people.situation 3:12 4:-8; .from.thing.actor 0:13 1:-5
    .from.verb.actor 5:9; .in.body.actor 5:14; .in.happening.concept 3:15 4:-6
    .in.happening.situation 4:8; .in.name.actor 1:-6 3:29 4:5 5:-11; .in.name.concept 4:-21 5:31
    .in.name.place 4:11; .in.other.actor 1:5 4:-4 5:13; .in.other.concept 1:8 3:-6 4:-9 5:13
    .in.other.place 3:17 5:-5; .in.people.actor 3:13; .in.people.place 3:9
    .in.person.actor 0:17 3:10; .in.person.situation 4:10 5:-8; .in.place.concept 4:-13 5:16
    .in.place.place 3:-5 5:10; .in.thing.actor 5:13; .in.thing.place 3:-8 5:11
    .in.verb.actor 3:8 4:18 5:-16; .in.verb.concept 4:17 5:-6; .in.verb.place 3:8 4:6 5:-10
    .in.verb.situation 4:9; .in.verb.work 3:9; .near.happening.actor 5:13
    .near.happening.concept 3:13 4:-5; .near.happening.role 3:11 5:-6; .near.other.actor 3:8
    .near.verb.actor 1:8; .near.verb.situation 1:10 4:-6; .of.body.actor 1:10 3:-22 4:-9 5:-14
    .of.body.place 0:12 3:-8; .of.body.situation 4:-7 5:8
    .of.happening.actor 0:-19 1:29 2:-14 3:-10 5:10; .of.happening.concept 0:-4 1:8 4:14 5:-9
    .of.happening.place 3:-9 4:20; .of.name.actor 0:-12 1:-15 2:10 4:-5 5:21; .of.name.place 5:11
    .of.name.work 1:-5 5:10; .of.other.actor 0:-35 1:19 2:-21 3:-16 4:16; .of.other.place 3:-7 5:20
    .of.other.work 1:21; .of.people.actor 0:10 1:6 4:-5 5:-38; .of.people.place 0:10 1:-5 3:4 5:-5
    .of.people.situation 4:10 5:-5; .of.people.work 0:18
    .of.person.actor 0:14 1:-39 3:-15 4:-14 5:93; .of.person.concept 5:9; .of.person.place 5:80
    .of.person.situation 4:-6 5:10; .of.place.actor 0:-5 3:130 5:-13
    .of.place.place 0:-7 1:29 3:109 4:-14 5:-18; .of.verb.actor 1:9
    .on.happening.actor 0:-6 1:20 3:-9 5:5; .on.happening.place 3:15; .on.name.place 3:9
    .on.other.actor 1:-4 3:9; .on.other.place 1:10 3:-13 5:7; .on.other.work 4:9
    .on.verb.actor 1:10 5:-6; .over.happening.actor 1:-6 4:17 5:-4; .over.other.actor 1:8
    .over.verb.actor 1:11; .to.happening.actor 1:18 3:4 5:-16; .to.happening.situation 4:-13 5:17
    .to.name.actor 3:21 5:-10; .to.other.actor 0:-10 3:-15 4:-6 5:20; .to.other.situation 4:8
    .to.person.actor 5:11; .to.thing.actor 1:13 5:-4; .to.thing.place 3:9; .to.thing.role 1:11 5:-4
    .to.verb.actor 1:-11 2:-7 3:4 4:-10 5:4; .to.verb.concept 1:-10 4:5 5:15
    .with.happening.actor 0:12 2:-4 3:-12 4:-5 5:8; .with.happening.concept 0:17 4:-8
    .with.name.actor 0:12; .with.name.work 1:14; .with.other.actor 0:-9 2:6 5:17
    .with.other.place 3:9; .with.other.situation 2:13 4:-6; .with.thing.actor 0:-11 5:15
    .with.verb.actor 0:6 1:21 5:-8; prepositionPlace.after.after.actor 0:10 5:-5
    .after.after.concept 1:9 4:-6; .after.after.situation 5:9; .after.afterOther.actor 5:9
    .after.afterOther.concept 4:-6 5:10; .against.after.actor 1:9; .against.afterOther.actor 5:10
    .among.afterOther.actor 1:9; .among.before.actor 0:-4 2:8; .as.after.actor 0:15
    .as.after.place 0:11 3:-4; .as.after.role 4:27 5:-13; .as.after.situation 0:9 4:-6
    .as.afterOther.actor 0:-5 1:16 4:5 5:-9; .as.afterOther.concept 4:-8 5:12
    .at.after.actor 1:-5 3:11 4:10 5:-4; .at.after.concept 3:8; .at.after.situation 4:-4 5:10
    .at.afterOther.actor 3:24; .at.afterOther.concept 4:-5 5:8; .at.afterOther.place 3:-4 5:8
    .at.afterOther.situation 4:10; .at.afterOther.work 3:10 5:-6; .at.before.actor 0:-12 1:-15 3:17
    .at.before.place 3:-7 5:9; .at.noVerb.concept 3:14 4:-5; .between.after.actor 0:14 3:-4 5:5
    .between.afterOther.concept 4:9; .between.before.actor 0:11 1:10 3:-4 5:-9
    .by.after.actor 0:16 2:11; .by.after.concept 0:8; .by.after.place 4:10
    .by.afterOther.actor 0:5 1:-8 3:-9 4:-9; .by.afterOther.concept 0:14 2:21 4:-5
    .by.afterOther.situation 1:14; .by.before.concept 5:10; .by.noVerb.actor 0:-8 5:9
    .during.afterOther.place 3:-6 5:12; .during.before.actor 0:9 1:-6 4:12 5:-7
    .for.after.role 4:9 5:-5; .for.after.situation 0:14 5:-4; .for.afterOther.concept 1:18 5:-8
    .for.afterOther.place 3:-7 5:15; .from.after.actor 0:8 1:10 4:-6 5:-16
    .from.afterOther.actor 1:-6 5:12; .from.afterOther.concept 5:9
    .from.afterOther.place 3:-7 4:6 5:11; .from.afterOther.situation 3:12 4:-4
    .from.before.actor 0:11 1:-11 3:-7 5:20; .from.before.place 0:-4 3:10 5:5
    .in.after.actor 1:-11 2:-9 3:13 5:-20; .in.after.concept 4:-14 5:40; .in.after.place 4:16 5:-7
    .in.after.situation 4:19 5:-9; .in.afterOther.actor 0:-7 1:-10 2:-5 5:5
    .in.afterOther.concept 0:-8 2:-6 4:-17; .in.afterOther.place 4:-8 5:17; .in.afterOther.work 3:9
    .in.before.actor 0:-6 3:32; .in.before.place 3:13; .in.noVerb.actor 5:15; .near.after.actor 3:14
    .near.after.situation 1:10 4:-6; .near.afterOther.concept 3:13 4:-5; .near.afterOther.place 3:9
    .near.afterOther.role 3:11 5:-6; .of.after.actor 0:-14 1:-30 2:-8 4:6
    .of.after.concept 1:-12 4:21; .of.after.place 4:-6 5:15; .of.afterOther.actor 2:-8
    .of.afterOther.concept 1:16 4:-10; .of.afterOther.place 1:-11 2:-8 3:6 5:-26
    .of.afterOther.situation 1:-4 5:8; .of.afterOther.work 0:18
    .of.before.actor 0:-24 1:17 2:8 3:-4 4:-13; .of.before.concept 0:-4 4:14
    .of.before.place 1:4 2:-5 3:-11 4:-7 5:6; .of.noVerb.place 1:11; .on.after.place 1:9
    .on.after.work 1:-6 4:15; .on.afterOther.actor 1:16; .on.before.actor 0:-5 1:9
    .on.noVerb.place 3:9; .over.after.actor 0:-5 1:11 4:15 5:-7; .over.afterOther.concept 4:10
    .to.after.actor 2:-5 3:13 4:-10 5:-8; .to.after.concept 4:24 5:-9; .to.after.place 3:9
    .to.after.situation 4:-15 5:18; .to.afterOther.actor 0:-12 2:-7 4:-11 5:10
    .to.afterOther.concept 5:12; .to.afterOther.place 3:13; .to.afterOther.situation 4:18 5:-4
    .to.before.actor 1:16 3:-9; .to.before.role 1:11 5:-4; .with.after.actor 0:20 1:11 3:-6
    .with.after.concept 0:17 4:-8; .with.after.work 1:14; .with.afterOther.actor 3:-14 4:-11 5:-4
    .with.afterOther.place 3:15 5:-6; .with.afterOther.situation 2:13 4:-6
    .with.before.actor 0:-12 1:-9 2:-4 5:39; .with.noVerb.actor 1:8
    prepositionVerb.after.harm.actor 5:8; .after.harm.situation 4:-12 5:18; .after.other.actor 0:10
    .after.other.concept 1:9 4:-18 5:11; .after.other.situation 4:13 5:-5
    .against.other.actor 1:26 5:-12; .against.speak.actor 1:-17 5:20
    .among.other.actor 0:-5 1:7 2:8; .as.harm.actor 0:6 1:17 5:-14; .as.harm.role 4:19 5:-9
    .as.harm.situation 0:9 4:-6; .as.other.concept 4:-5 5:11; .as.other.place 0:11 3:-4
    .at.announce.actor 4:11; .at.harm.actor 1:-9 3:25; .at.none.work 3:10 5:-6
    .at.other.actor 3:18 5:6; .at.other.place 3:-14 5:18; .at.speak.concept 3:8
    .at.undergo.actor 3:8; .between.announce.actor 0:9; .between.harm.actor 0:9
    .between.other.concept 4:9; .between.undergo.actor 5:10; .by.announce.concept 2:22 4:-6
    .by.harm.actor 0:15; .by.harm.concept 0:27 5:-7; .by.harm.place 4:10
    .by.other.actor 1:-15 3:-9 4:-10; .by.other.concept 0:-5 5:14; .by.other.situation 1:14
    .by.speak.actor 0:-16 2:8 3:-7 4:-4 5:7; .during.announce.actor 0:11
    .during.harm.place 3:-6 5:12; .during.undergo.actor 4:12; .for.announce.actor 1:8
    .for.announce.role 4:9 5:-5; .for.harm.situation 0:15 4:-9; .for.other.actor 1:-5 5:18
    .for.other.concept 4:16 5:-6; .for.speak.concept 1:20 4:-15; .for.speak.place 3:-5 5:9
    .from.announce.actor 1:8; .from.harm.actor 3:10; .from.harm.place 5:10; .from.none.actor 3:9
    .from.other.actor 0:10 3:-17 4:-5; .from.other.concept 5:9; .from.other.place 3:-4 4:9
    .from.other.situation 3:12; .in.announce.actor 5:13; .in.harm.actor 0:-6 3:-10 4:6
    .in.harm.concept 1:7 3:-6 4:12 5:-7; .in.harm.place 4:16 5:-11; .in.none.concept 4:-32 5:40
    .in.other.actor 1:-23 2:-16 5:-30; .in.other.concept 3:11 4:-24 5:22; .in.other.place 4:-7 5:19
    .in.other.situation 4:19 5:-9; .in.other.work 3:9; .in.speak.concept 4:11 5:-6
    .in.undergo.actor 3:27 5:-4; .near.other.actor 0:-8 2:-4 4:-5; .near.other.concept 3:13 4:-5
    .near.other.place 3:11; .near.other.role 3:11 5:-6; .near.speak.situation 1:10 4:-6
    .of.announce.actor 1:19 4:7 5:-6; .of.harm.actor 0:-5 1:17 4:-11 5:15
    .of.harm.concept 4:24 5:-11; .of.harm.place 3:11 4:13 5:-12; .of.harm.work 0:18
    .of.none.actor 1:-12 3:11 4:18 5:-6; .of.none.place 3:-7 5:12
    .of.other.actor 0:9 1:-17 2:-13 3:12 4:-13; .of.other.concept 1:14 4:-10
    .of.other.place 0:9 4:-6; .of.speak.actor 0:-20 1:4 3:-13 4:12 5:-24
    .of.speak.concept 1:-5 5:12; .of.speak.place 3:14; .of.undergo.place 3:10
    .on.harm.actor 0:-5 1:9; .on.other.work 1:-6 4:15; .on.speak.actor 1:16 5:-10
    .over.announce.actor 1:-6 4:17 5:-4; .over.other.actor 1:11; .over.speak.actor 1:8
    .to.harm.actor 1:-9 3:10 5:11; .to.harm.concept 5:10; .to.other.actor 0:-5 1:46 3:10
    .to.other.place 3:8; .to.other.role 1:9 5:-5; .to.other.situation 4:13
    .to.speak.actor 1:8 3:10 5:-9; .to.speak.concept 4:11 5:-8; .to.speak.situation 4:-11 5:17
    .with.announce.situation 2:13 4:-6; .with.none.actor 0:-9 1:7 5:5
    .with.other.actor 0:12 3:-20 4:-13 5:-7; .with.other.concept 0:17 1:-4 4:-10
    .with.other.work 1:14; .with.speak.actor 0:-5 1:-4 5:13; .with.speak.place 3:9
    .with.undergo.actor 1:9; sayingThat.announce.actor 0:-15 2:122
    .speak.actor 0:-34 2:38 3:-14 5:10; .speak.concept 2:8 5:-5; .speak.place 2:9
    .speak.situation 5:10; subject.announce.active.inner.actor 0:64 1:-6 5:6
    .announce.active.inner.role 0:60; .announce.active.main.actor 0:92 1:-24 2:47 3:-6 5:-26
    .announce.active.main.role 0:60; .announce.passive.inner.actor 1:80
    .announce.passive.inner.concept 1:10 4:-7; .announce.passive.inner.place 1:-5 4:21
    .announce.passive.inner.role 1:80; .announce.passive.main.actor 0:20 1:64
    .announce.passive.main.role 1:80; .be.active.inner.actor 0:-9 1:17; .be.active.inner.concept 4:9
    .be.active.main.actor 0:11 3:12 5:-14; .be.active.main.concept 1:10 4:-12 5:8
    .harm.active.inner.actor 0:88; .harm.active.inner.role 0:80; .harm.active.main.actor 0:107 1:-14
    .harm.active.main.concept 0:33 1:-4 4:-14 5:-6; .harm.active.main.role 0:78 1:11 5:-6
    .harm.active.main.situation 0:8 4:-10 5:9; .harm.participle.inner.actor 0:17 1:71
    .harm.participle.inner.role 1:80; .harm.participle.main.actor 1:80
    .harm.participle.main.role 1:80; .harm.passive.inner.actor 0:-7 1:99
    .harm.passive.inner.concept 1:50; .harm.passive.inner.place 1:60; .harm.passive.inner.role 1:80
    .harm.passive.inner.work 1:50; .harm.passive.main.actor 0:-12 1:93 2:-7 5:14
    .harm.passive.main.concept 1:64 5:-5; .harm.passive.main.place 1:60
    .harm.passive.main.role 1:80; .harm.passive.main.situation 0:9; .harm.passive.main.work 1:50
    .other.active.inner.actor 0:87 5:-7; .other.active.inner.place 0:12
    .other.active.inner.role 0:60; .other.active.main.actor 0:108 1:-15 2:26 3:-5 5:-26
    .other.active.main.concept 0:14 1:-8 3:24 4:-12; .other.active.main.place 0:30 1:-7
    .other.active.main.role 0:60; .other.active.main.situation 0:23 4:-11
    .other.participle.inner.concept 0:9 4:-5; .other.participle.inner.situation 0:10 4:-5
    .other.passive.inner.actor 1:70 4:8 5:-6; .other.passive.inner.concept 1:19 4:-13
    .other.passive.inner.place 1:10; .other.passive.inner.role 1:80; .other.passive.main.actor 1:91
    .other.passive.main.concept 1:14 4:-10; .other.passive.main.role 1:80
    .other.passive.main.work 1:6 4:9 5:-6; .speak.active.inner.actor 2:80
    .speak.active.inner.role 2:80; .speak.active.main.actor 1:-24 2:131 5:-11
    .speak.active.main.concept 2:22 4:-6; .speak.active.main.place 2:23 5:8
    .speak.active.main.role 2:88 5:-5; .speak.active.main.situation 0:10
    .speak.participle.inner.actor 0:-12 2:20 5:-4; .speak.passive.inner.actor 1:80
    .speak.passive.inner.role 1:80; .speak.passive.main.actor 0:6 1:84 5:-5
    .speak.passive.main.role 1:80; .speak.passive.main.situation 0:10
    .undergo.active.inner.actor 1:80; .undergo.active.inner.role 1:80
    .undergo.active.main.actor 0:11 1:97 2:-10 5:-8; .undergo.active.main.concept 4:20 5:-12
    .undergo.active.main.place 1:-6 4:19; .undergo.active.main.role 1:80
    .undergo.active.main.situation 1:9; .undergo.active.main.work 1:12
    .undergo.passive.inner.actor 1:80; .undergo.passive.inner.role 1:80
    .undergo.passive.main.actor 1:80; .undergo.passive.main.role 1:80
    subordinate.as 2:-7 3:-22 4:-31 5:32; .that 2:-16 3:-29 4:18; .when 0:44 1:-14 4:16 5:-14
    .who 0:-23 1:-56 2:-27 5:18; subordinateGroup.act 0:21 1:-27 2:-12 5:46
    .concept 0:-18 3:-13 4:17 5:31; .place 2:-9 3:-14 4:9 5:-6; .role 1:-7 4:16 5:8
    .situation 0:18 1:-11 3:-8 5:10; .state 0:8 1:-9 2:-8 4:-12 5:52; .work 0:11 1:-9 4:-11
    verbLeft.announce 1:30 3:-9 4:-18; .auxiliary 1:-8 4:20; .harm 1:42 2:-9 3:13 4:-14
    .other 0:-18 1:-34 3:-31 4:33 5:20; .speak 1:36 2:-8 3:-25 5:-26; .undergo 0:-9 1:-20 2:-6 3:9
    voiceGroup.after.active.act 0:18 1:19 2:-5 5:-12; .after.active.concept 1:21 2:-11 3:-12 5:-29
    .after.active.place 2:-12 4:-17 5:-12; .after.active.role 1:-5 4:12
    .after.active.situation 0:-13 1:13 2:-6 3:-11; .after.active.state 0:-19 1:20 2:-10 3:15 5:-8
    .after.active.work 0:-7 1:17 4:5 5:-8; .after.passive.act 0:6 1:-51 3:-16 4:5 5:-10
    .after.passive.concept 1:-15 2:-5 3:-8 5:9; .after.passive.place 1:-6 4:13 5:5
    .after.passive.role 4:22 5:-10; .after.passive.situation 0:23 4:-8 5:-6
    .after.passive.state 0:12 1:-5 3:10 5:-6; .afterOther.active.act 0:-5 1:28 4:9 5:-12
    .afterOther.active.concept 0:-31 2:-21 3:-33; .afterOther.active.place 0:-9 1:-8 3:12 4:-8 5:52
    .afterOther.active.situation 0:-15 1:13 2:7
    .afterOther.active.state 0:-25 2:-10 3:13 4:-19 5:17; .afterOther.active.work 1:-17 3:13 5:12
    .afterOther.passive.act 0:-16 1:-11 2:6 3:-9 5:51
    .afterOther.passive.concept 0:8 1:-38 4:-20 5:-20; .afterOther.passive.place 2:-5 5:-13
    .afterOther.passive.situation 4:9; .afterOther.passive.state 0:14 1:24 4:-4 5:-12
    .afterOther.passive.work 0:16 1:-7 4:4 5:-4; .before.active.act 0:103 1:-11 2:55 4:-27
    .before.active.concept 0:12 1:-42 2:-12 4:6 5:-9; .before.active.place 0:11 1:-9 3:-27
    .before.active.role 0:-9 1:14 3:-5 4:-10; .before.active.situation 1:-17 2:-18 3:-11 4:11
    .before.active.state 0:107 1:-15 2:7 4:-16 5:-20; .before.active.work 1:10 5:11
    .before.passive.act 0:-7 1:140 2:-23 5:-11; .before.passive.concept 0:-11 1:32 4:-6 5:19
    .before.passive.place 0:-5 1:15 3:29 5:-14; .before.passive.role 5:11
    .before.passive.situation 0:9 4:9; .before.passive.state 1:71 2:-10 3:-20 4:-11 5:26
    .before.passive.work 1:14 4:9 5:-8; .noVerb.active.act 0:11 1:5 2:-14 3:-22 4:-19
    .noVerb.active.concept 0:-10 2:-5 3:6 4:-12; .noVerb.active.place 0:-7 2:-4 3:5 4:11 5:-19
    .noVerb.active.role 4:16; .noVerb.active.state 0:-4 1:-9 3:19 5:6
    """
}
