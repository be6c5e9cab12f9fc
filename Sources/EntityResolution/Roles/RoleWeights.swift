/// Weights of `RoleModel`, in hundredths: agent target speaker place context mentioned. Written by
/// `Tests/Corpus/fit_roles.py`.
enum RoleWeights {
  static let table = """
    accordingTo 2:308; adjective 2:-18 3:-17 4:-14; adjectiveKind.name 1:-5 5:216; .noun 0:19 1:15
    afterName.act 3:-28 4:-40; .concept 0:-15 1:20 4:-34 5:36; .place 3:-18 5:28; .role 4:9
    .situation 0:9 1:5 4:-6 5:-5; .state 5:8; apposition.act 0:-4 2:9 3:-11 4:-10 5:130
    .concept 0:-4 1:-14 4:35; .place 0:8 1:-6 5:158; .role 5:160; .situation 4:-7 5:18
    .state 0:-23 2:-15 4:-11 5:132; bias 0:-11 1:27 2:-58 3:-7 5:29; bracket 0:-7 5:10
    by.active.actor 0:106 2:-4 3:-7 4:-4; .active.other 3:-8 5:11
    .passive.actor 0:240 1:-21 2:6 3:-12 4:-6; .passive.other 0:11 2:13 4:-22 5:-9
    chain.other 0:-12 2:-16 5:162; .person 0:-10 1:-23 4:11 5:293
    chainGroup.other.act 0:-7 1:18 2:-9 5:8; .other.place 3:10; .person.act 1:-11 2:-5 5:20
    .person.concept 0:-7 1:-11 4:4 5:23; .person.place 5:14; .person.role 4:-5 5:18
    .person.situation 4:8; .person.state 0:-5 5:18
    clause.announce.after.active 1:41 3:-20 4:45 5:-8; .announce.after.passive 0:17 1:-7 3:-5 4:6
    .announce.afterOther.active 0:-36 1:19 2:-18 5:-25
    .announce.afterOther.passive 0:5 1:-32 2:-14 3:-34 5:5
    .announce.before.active 0:18 1:-67 3:-35 4:-43 5:18; .announce.before.passive 1:-5 2:-7 3:17
    .be.after.active 1:-4 3:-5 4:20; .be.afterOther.active 1:-6 3:7 4:-4 5:10
    .be.before.active 0:5 2:-18 4:-13 5:-27; .harm.after.active 0:-16 1:69 3:16 4:-17
    .harm.after.passive 0:24 1:-58 2:-25 4:8 5:-30; .harm.afterOther.active 0:-16 2:7 4:-37 5:10
    .harm.afterOther.passive 1:-15 4:-21 5:-31; .harm.before.active 0:44 1:-18 2:-16 3:13 5:-14
    .harm.before.passive 0:-44 1:48 2:-21 4:-23 5:10; .none.noVerb.active 2:-18 3:7
    .other.after.active 0:11 1:-30 2:-5 3:18 4:-28; .other.after.passive 0:-15 1:-22 3:-10
    .other.afterOther.active 1:-22 4:29 5:54; .other.afterOther.passive 3:9 4:11 5:-7
    .other.before.active 0:41 2:-8 3:8 4:-5 5:-6; .other.before.passive 1:29 2:-7 3:-15 4:18
    .speak.after.active 0:9 1:16 2:-21 3:-40 5:-27; .speak.after.passive 0:7 1:-4 2:12 3:-5 5:-7
    .speak.afterOther.active 0:-27 1:12 2:-19 4:-19; .speak.afterOther.passive 5:19
    .speak.before.active 0:-47 1:-29 2:113 3:-16 5:24; .speak.before.passive 0:21 1:-8
    .undergo.after.active 0:-10 1:9 3:43 4:-7; .undergo.afterOther.active 0:-15 2:-9 3:-15 4:5
    .undergo.before.active 0:-29 1:60 2:-29 4:29; currency 1:-8 4:-32 5:344
    depth.0.actor 0:5 2:-12 3:13 5:-28; .0.concept 1:-6 2:-11 3:-13 4:9
    .0.place 0:11 2:-7 3:8 4:-15; .0.role 1:-6 4:42 5:-12; .0.situation 1:12 3:-8 4:-8 5:8
    .0.work 0:-8 1:9 2:-5 4:6 5:-11; .1.actor 1:44 2:-17 3:22 5:-22
    .1.concept 0:-16 1:16 2:-9 4:12 5:-24; .1.place 0:-7 1:-16 3:37 4:-6 5:13; .1.role 4:15 5:-9
    .1.situation 3:7 4:20 5:-11; .1.work 1:-6 3:9 4:13 5:-11; .2.actor 1:-37 3:-17 4:8 5:21
    .2.concept 0:-9 2:17 5:-8; .2.place 0:7 1:-12 3:33 4:-10 5:-4; .2.role 3:10 4:-7
    .2.work 0:16 1:-9 4:-9 5:12; .more.actor 0:-25 1:23 2:-9 3:-6 5:35
    .more.concept 0:15 1:-18 3:-7 5:20; .more.place 0:-13 1:12 2:-8 3:-61 5:34; .more.role 4:-9 5:14
    .more.situation 1:22 4:-8; .more.work 4:-5 5:14; describesNoun.act.after 2:-14 3:-10 4:6 5:7
    .act.before 0:24 1:-10 5:13; .act.noVerb 0:9 1:-10 2:4 3:-4 4:-7
    .concept.after 1:7 3:-5 4:31 5:-15; .concept.before 0:-6 1:-7 4:27 5:-5
    .concept.noVerb 4:-5 5:9; .place.after 0:19 1:-8 3:-17 4:-6 5:19
    .place.before 1:-13 2:11 3:-8 4:-7; .role.before 1:11 5:-4; .state.after 1:6 2:-9 4:-13 5:-14
    .state.before 0:-14 1:12 2:26 3:-6 5:-4; .work.before 1:4 4:10 5:-6
    first 0:-9 1:-10 2:9 3:-45 5:21; firstGroup.act 3:-10 5:8; .concept 1:-17 2:-13 3:-10 4:18
    .place 1:4 3:-19 4:15 5:-24; .role 1:-5 4:-6 5:15; .situation 0:33 1:5 2:-4 4:-12 5:-7
    .state 0:-28 1:-11 2:27 5:39; .work 1:23 5:-6; group.act 2:7 3:-64 4:-37 5:-8
    .concept 0:-8 2:-19 3:-10 4:152; .place 2:-17 3:130 4:-5 5:11; .role 0:-12 1:-5 4:41 5:153
    .situation 2:-28 3:-27 4:171 5:-22; .state 2:-9 3:47 4:-43 5:19; .work 0:-12 1:13 2:-14 3:-4
    headNoun.body.after.act 0:11 1:4; .body.after.concept 1:-6 4:16 5:-7; .body.after.place 0:11
    .body.after.state 1:12 5:-5; .body.afterOther.act 0:-11 4:20; .body.before.act 0:-30 2:-11 5:47
    .body.before.state 0:-22 1:-6 3:-5 5:38; .happening.after.act 1:-14 3:-5 4:7 5:39
    .happening.after.concept 1:-5 4:22 5:-5; .happening.after.state 1:8 3:-6 5:11
    .happening.afterOther.act 0:8 1:-8 2:5 3:-9 5:-8; .happening.afterOther.concept 1:-8 4:14
    .happening.afterOther.place 5:10; .happening.afterOther.state 3:-8 5:8
    .happening.before.act 1:10; .happening.before.concept 4:22 5:-13; .other.after.act 1:8 4:-5 5:11
    .other.after.concept 4:14; .other.after.place 0:9 1:6 3:-7
    .other.after.situation 1:10 4:-15 5:8; .other.after.state 0:16 1:-9 5:-5
    .other.after.work 4:-5 5:10; .other.afterOther.act 0:-11 2:8 3:-5 4:-12 5:19
    .other.afterOther.concept 4:20 5:-8; .other.afterOther.place 0:11
    .other.afterOther.role 4:9 5:-7; .other.afterOther.state 3:-5 5:14; .other.afterOther.work 0:18
    .other.before.act 0:11 1:-10 2:-14 5:27; .other.before.state 0:-12 3:-11 4:-4 5:6
    .other.before.work 4:11; .other.noVerb.act 0:19 2:8 5:-14; .other.noVerb.situation 0:10 4:-7
    .people.after.act 1:-4 3:7 5:10; .people.after.place 5:11; .people.afterOther.act 0:18 1:6 5:-8
    .people.afterOther.concept 1:15; .people.before.act 0:18 2:4 5:-6; .people.before.place 2:19
    .people.before.state 0:-20 1:-17 2:19 5:24; .people.noVerb.act 0:24 1:-5
    .person.after.act 0:21 5:56; .person.after.place 5:70; .person.after.state 5:70
    .person.afterOther.act 5:70; .person.afterOther.concept 4:-7 5:10; .person.afterOther.place 5:70
    .person.afterOther.state 1:-6 3:7 5:72; .person.before.act 0:-18 1:-10 2:-5 5:106
    .person.before.concept 4:10; .person.before.place 0:-8 4:13 5:87
    .person.before.state 0:-15 2:-8 5:76; .person.noVerb.act 1:9 5:64
    .person.noVerb.concept 4:-11 5:18; .person.noVerb.place 5:70; .person.noVerb.state 5:70
    .place.after.act 1:-9 3:69 5:13; .place.after.place 3:81; .place.after.state 1:-5 3:86 5:-4
    .place.afterOther.act 1:-4 3:66 5:17; .place.afterOther.place 3:73 5:4
    .place.afterOther.state 3:82 5:-6; .place.before.act 0:-10 3:70 5:12; .place.before.place 3:71
    .place.before.state 0:-5 3:79; .place.noVerb.act 3:70; .place.noVerb.place 3:73
    .place.noVerb.state 3:70; .thing.after.act 0:13 1:-16 4:5; .thing.after.place 3:-5 5:10
    .thing.afterOther.place 3:-10 4:10; .thing.afterOther.work 5:12; .thing.before.act 0:8 5:-8
    .thing.before.role 1:10; .thing.before.state 0:16 3:-6 5:-6; .thing.before.work 1:8
    heading 0:-21 1:-12 4:208 5:-5; innerSubject.announce.place 4:23; .harm.actor 1:11 5:-7
    .none.actor 0:8; .other.actor 1:-12 2:6 3:-9 5:-28; .other.concept 0:9 1:8 4:-8 5:-5
    .speak.actor 0:38 3:-7 5:-11; .speak.place 0:11; .undergo.concept 1:18 4:-12
    kind.concept 0:-8 2:-19 3:-10; .group 0:-6 1:-15 2:32 3:-12 5:9
    .organization 0:18 2:-9 4:-9 5:19; .person 1:32 3:-33 4:-12 5:-20; .place 2:-17 3:30 4:-5 5:11
    .role 0:-12 1:-5 4:41; .situation 2:-28 3:-27 4:21 5:-22; .state 2:-9 3:47 4:-43 5:19
    .work 0:-12 1:13 2:-14 3:-4; later 1:-61 3:-39 4:5 5:103
    laterGroup.act 1:-39 2:7 3:-24 4:-14 5:7; .concept 0:6 1:-9 4:32 5:-18
    .place 0:-4 1:9 3:-20 4:-4 5:27; .situation 4:-5 5:9; .work 0:-7 1:-11 3:7 4:5
    list 0:19 1:-8 2:-16 5:4; listMember.act 0:-8 1:5 4:-11 5:42; .state 0:49 4:5 5:-5
    lower 0:-35 1:-36 3:-39 4:69 5:8; lowerGroup.act 0:-15 1:-37 2:23 4:19 5:-26
    .concept 0:-8 1:14 2:-21 3:-28 4:8; .place 1:-6 3:-16 4:16 5:18; .situation 0:-6 4:21 5:18
    .state 3:12; modifiesName.act.other 1:-7 2:-4 4:10 5:77; .act.person 0:-5 5:157; .act.role 1:9
    .concept.other 0:-15 1:-18 4:7 5:47; .concept.person 0:-5 1:-7 5:15
    .place.other 0:-5 1:-4 3:-7 4:22 5:6; .role.other 4:-4 5:10; .role.person 4:-5 5:17
    .situation.other 0:9 4:-8; .situation.person 4:12 5:-11; .situation.role 4:-13 5:19
    .state.other 0:-5 1:-20 4:5 5:65; .state.person 5:150; .state.role 0:-5 5:11
    mutual.against.actor 0:80; .against.concept 0:30; .against.place 0:30; .against.role 0:30
    .against.situation 0:30; .against.work 0:30; .between.actor 0:79 1:-5 3:-4 4:14
    .between.concept 0:30; .between.place 0:30; .between.role 0:30; .between.situation 0:30
    .between.work 0:30; .with.actor 0:89 2:-5 3:-11 4:-5 5:7; .with.concept 0:48 4:-8
    .with.place 0:30; .with.role 0:30; .with.situation 0:30; .with.work 0:29 1:13
    object.announce.base.inner.actor 1:49; .announce.base.inner.concept 1:17 4:-12
    .announce.base.main.actor 1:43 5:9; .announce.base.main.concept 1:-11 4:-6 5:18
    .announce.base.main.work 1:11 4:-7; .announce.gerund.inner.actor 1:60 5:-5
    .announce.gerund.main.actor 1:50; .announce.past.inner.actor 1:50
    .announce.past.main.actor 1:52 4:13 5:-10; .announce.past.main.concept 1:15 4:-15
    .announce.third.inner.actor 1:50; .announce.third.main.actor 0:10 1:54 5:-5
    .announce.third.main.concept 1:-10 4:13; .announce.third.main.work 4:-5 5:11
    .harm.base.inner.actor 1:90 4:10 5:-12; .harm.base.inner.situation 1:21 4:-17
    .harm.base.main.actor 1:76 3:8; .harm.base.main.concept 1:11 4:-8
    .harm.gerund.inner.actor 1:85 5:6; .harm.gerund.main.actor 1:80
    .harm.past.inner.actor 1:85 5:11; .harm.past.inner.role 4:-8 5:12
    .harm.past.main.actor 1:54 2:-17 3:-18 5:-36; .harm.third.inner.actor 1:82
    .harm.third.main.actor 0:-21 1:49 2:-16 4:-19; .harm.third.main.concept 1:18 4:-15
    .harm.third.main.place 1:13; .none.auxiliary.inner.concept 4:10 5:-5
    .other.base.inner.actor 0:-8 1:67 4:9 5:-4; .other.base.inner.concept 1:8 4:-11 5:9
    .other.base.main.actor 1:51 5:16; .other.base.main.place 0:13
    .other.base.main.situation 1:10 4:-7; .other.base.main.work 4:10
    .other.gerund.inner.actor 0:13 1:18 2:-17 3:-21 4:-22
    .other.gerund.inner.concept 1:-5 4:17 5:-7; .other.gerund.inner.role 4:16 5:-11
    .other.gerund.main.actor 1:45 5:14; .other.past.inner.actor 1:68 4:-5 5:-5
    .other.past.inner.place 3:-6 4:19 5:-4; .other.past.main.actor 1:50
    .other.past.main.place 3:-8 5:20; .other.third.inner.actor 1:50
    .other.third.main.actor 0:-31 1:19 2:6 3:-21 4:-37; .other.third.main.concept 1:15
    .other.third.main.place 1:5 3:21 4:-5 5:-13; .other.third.main.situation 1:-5 4:12
    .speak.base.inner.actor 1:60 5:-4; .speak.base.main.actor 1:67; .speak.gerund.inner.actor 1:50
    .speak.gerund.main.actor 1:50; .speak.past.inner.actor 0:15 1:27 2:-7 3:-6 5:-5
    .speak.past.main.actor 1:55; .speak.third.inner.actor 1:55
    .speak.third.main.actor 0:-5 1:55 3:-6 4:19 5:-5; .speak.third.main.place 1:8
    .speak.third.main.work 1:-6 4:9; .undergo.gerund.inner.place 3:9
    .undergo.third.main.place 3:-5 5:10; .undergo.third.main.work 3:11
    ofName.concept.actor 0:-17 2:-7 4:9; .person.actor 5:160; .person.situation 4:-5 5:10
    .person.work 1:-5 5:9; .place.place 1:-4 3:11; .role.actor 3:-5 5:20
    .situation.actor 1:-11 4:9 5:7; ofRole.other 1:8 3:16 4:-10 5:-19; .role 3:-8 5:18
    ofWhat.name.act 0:-11 4:24 5:19; .name.concept 1:-5 4:8; .name.place 1:-5 3:8
    .name.state 1:-7 5:21; .noun.act 0:-23 1:27 2:-5 3:5; .noun.concept 0:-9 1:4 3:-7 4:15
    .noun.place 1:12 3:41; .noun.state 4:-9 5:-20; .noun.work 0:16 4:-6 5:-5; .person.act 5:108
    .person.place 5:100; .person.situation 4:-5 5:10; .person.state 5:103; .person.work 1:-5 5:9
    .upper.act 0:15 1:-14 2:-10 4:-11 5:33; .upper.place 1:8 5:44; .upper.state 3:9 5:47
    office.beforeOf.other 1:-4 4:13 5:7; .beforePerson.other 4:-5 5:17; .other.as 4:10 5:-5
    .other.other 0:-11 5:-7; .passive.as 4:9 5:-4; .passive.other 4:9
    order.first.actor 0:31 3:49 4:-14 5:-5; .first.concept 1:35 2:-29 3:7 4:-15 5:-34
    .first.place 2:-22 3:5 4:-35 5:7; .first.role 0:-13 4:28
    .first.situation 1:5 2:-21 3:-18 4:22 5:-13; .first.work 0:-10 1:19 2:-13 3:-13 4:5
    .later.actor 0:-43 1:10 3:-38 4:-14 5:28; .later.concept 0:-11 1:-20 2:27 5:28
    .later.place 0:-11 1:5 2:-5 4:8 5:-14; .second.actor 0:20 2:8 3:-19 4:-43
    .second.concept 1:-18 2:-19 3:-20 4:14 5:6; .second.place 0:-7 1:-21 2:-8 3:8; .second.role 4:13
    .second.work 1:-5 3:10; ownNoun.body.act 0:-17 2:14 3:-4 4:18 5:-16
    .body.concept 1:-7 4:-29 5:52; .body.role 1:10 5:-5; .body.situation 4:-5 5:10; .body.work 0:18
    .happening.act 1:-11 4:17; .happening.concept 0:7 1:-6 3:-5 4:95 5:-19
    .happening.situation 1:-12 4:65 5:-17; .people.act 0:14 5:-5
    .people.concept 0:37 1:40 3:-12 4:-69 5:-28; .people.situation 0:11 1:27 4:-29; .person.act 4:9
    .person.concept 0:-12 1:-5 4:12 5:21; .place.act 0:4 3:99
    .place.concept 1:23 2:-8 3:132 4:-43 5:-27; .place.place 0:-6 2:-5 3:78 4:-9 5:14
    .place.work 1:-6 4:9; .thing.concept 0:-9 1:51 4:24 5:-13; .thing.situation 1:-4 4:16
    .thing.work 1:10 4:-8 5:5; ownNounClause.body.after.active.other 4:9 5:-4
    .body.after.active.speak 0:15; .body.after.passive.harm 5:10; .body.afterOther.active.other 5:10
    .body.afterOther.passive.harm 0:17 1:-6 4:6 5:-10
    .body.before.active.announce 0:83 1:-7 2:13 3:-5 4:-14; .body.before.active.harm 0:106
    .body.before.active.other 0:80 2:-9 3:-8 4:-13 5:10; .body.before.passive.announce 1:100
    .body.before.passive.be 1:100; .body.before.passive.harm 1:99; .body.before.passive.none 1:100
    .body.before.passive.other 1:100; .body.before.passive.speak 1:100
    .body.before.passive.undergo 1:100; .body.noVerb.active.none 4:-5 5:16
    .happening.after.active.announce 1:-12 4:19; .happening.after.active.other 4:20 5:-11
    .happening.after.passive.harm 4:11; .happening.afterOther.active.other 4:18 5:-8
    .happening.before.active.announce 4:-5 5:9; .happening.before.active.harm 0:14 4:-6
    .happening.before.active.other 1:-5 4:14; .happening.before.passive.harm 1:-5 4:12
    .happening.before.passive.other 1:8; .people.after.active.harm 1:8 4:-10
    .people.after.active.other 0:31 1:-10 4:-8; .people.after.active.speak 1:13 4:-10
    .people.after.active.undergo 1:-6 4:9; .people.after.passive.harm 0:10 4:-5
    .people.afterOther.active.announce 1:14 4:-8; .people.afterOther.active.other 1:33 4:-22 5:-6
    .people.afterOther.active.speak 1:10 5:-5; .people.afterOther.passive.harm 1:9 4:-7
    .people.before.active.announce 0:101; .people.before.active.harm 0:111
    .people.before.active.other 0:107 1:7 4:-9; .people.before.active.speak 2:30
    .people.before.active.undergo 0:10 1:4 4:-11; .people.before.passive.announce 1:100
    .people.before.passive.be 1:100; .people.before.passive.harm 1:112 4:-4
    .people.before.passive.none 1:100; .people.before.passive.other 1:89 4:14
    .people.before.passive.speak 1:100; .people.before.passive.undergo 1:100
    .people.noVerb.active.none 0:10 4:-7; .person.afterOther.active.other 4:17 5:-10
    .person.before.active.announce 0:99; .person.before.active.be 4:-5 5:11
    .person.before.active.harm 0:96 4:8; .person.before.active.other 0:89 1:-4 5:4
    .person.before.active.speak 2:20; .person.before.active.undergo 1:8 4:-8
    .person.before.passive.announce 1:100; .person.before.passive.be 1:100
    .person.before.passive.harm 1:98 4:-5 5:9; .person.before.passive.none 1:100
    .person.before.passive.other 1:100; .person.before.passive.speak 1:98 4:8
    .person.before.passive.undergo 1:100; .place.after.active.other 1:12 3:-7
    .place.after.active.speak 1:-6 4:9; .place.afterOther.active.announce 3:-9 5:10
    .place.afterOther.active.other 1:16 3:-4 5:-10; .place.afterOther.passive.harm 3:29 4:-14 5:-5
    .place.afterOther.passive.other 3:-7 5:9; .place.before.active.speak 0:12
    .place.noVerb.active.none 3:14 4:-5; .thing.after.active.announce 1:27 4:-22
    .thing.after.active.harm 1:-7 4:8; .thing.after.active.other 1:31 4:-17 5:-7
    .thing.after.active.undergo 1:10 4:-9; .thing.afterOther.active.other 4:11 5:-5
    .thing.before.active.harm 0:-6 1:-5 4:9 5:5; .thing.before.active.undergo 1:-6 4:12
    .thing.before.passive.other 1:13 4:-8; placeAfterPlace 0:-10 1:-7 3:196 5:-13
    placeBeforeComma 0:-7 1:40 3:67 5:-26; position.after 0:-34 2:-58 4:27 5:7; .before 3:-35 4:-45
    .noVerb 2:-18 3:7; possessive.after 1:-33 2:-15 4:-35 5:27; .before 0:-37 2:-22 4:-6 5:44
    .noVerb 0:-5 1:-10 5:27; possessiveNoun.body.state 0:-12 5:20; .happening.act 0:-4 1:5 5:10
    .happening.state 3:-9 5:15; .other.act 5:16; .other.place 1:8; .other.state 1:-7 3:9
    .person.act 0:19 1:-6 5:-5; .person.state 0:-4 1:-5 3:8 5:9; .thing.place 3:-5 5:9
    .thing.state 0:11; preposition.after 1:-4 3:-7 5:21; .as 0:17 2:-9 3:-12 4:8 5:-26
    .at 0:-13 1:-14 3:55 4:-11; .between 0:18 2:-4 3:-13 4:13; .break 0:9 2:-16 3:-7 4:-40
    .by 1:-29 2:9 3:-35 4:-35; .during 1:-17 2:-8 3:-17 4:4; .for 2:-5 3:-8 4:12 5:5
    .from 1:-26 2:-11 3:5 5:20; .in 0:-44 1:-57 2:-29 3:67; .near 0:-5 1:8 3:48 4:-22 5:-7
    .none 0:40 2:5 3:-85 4:-46 5:-35; .of 0:-35 2:-29 3:-10 4:18 5:9; .on 0:-23 1:8 2:-12 4:6 5:-22
    .over 3:-10 4:24 5:-15; .possessive 2:15 3:-7 4:-24; .to 0:-25 1:13 2:-14 3:15
    .verb 0:-9 1:60 2:-12 3:-26 4:40; .with 2:-7 3:-23 4:-23 5:6
    prepositionGroup.after.act 0:5 1:-6 5:65; .after.concept 1:8 4:7 5:-12; .after.state 5:50
    .after.work 4:-5 5:9; .against.act 1:209 5:8; .against.state 1:206; .among.act 0:-5 1:7 2:8
    .as.act 1:18 4:6 5:-6; .as.concept 4:-5 5:13; .as.place 0:10 5:-6; .as.role 4:27 5:-13
    .as.situation 0:11 4:-8; .as.state 0:8; .at.act 0:-20 1:-18 3:44 5:-12
    .at.concept 0:9 3:11 4:-13 5:-6; .at.place 3:191 5:19; .at.state 3:200; .at.work 3:10 5:-6
    .between.act 0:118 4:15 5:-7; .between.state 0:96 2:-8 3:-15 4:-9
    .break.act 0:13 1:21 3:-37 4:-10 5:-29; .break.concept 0:-19 1:-5 3:11 5:5
    .break.place 0:15 4:12 5:-10; .break.role 1:7 4:-12 5:26; .break.situation 2:-4 3:-5 4:-17 5:9
    .break.state 0:12 1:-19 3:36; .break.work 1:5 5:8; .by.act 1:-20 2:10 3:-7 5:18
    .by.concept 0:18 1:-10 2:18 3:-4 4:-4; .by.situation 1:14 4:-7; .during.place 3:-6 5:11
    .during.situation 4:15; .during.state 0:11; .for.act 0:11 1:-7 5:9; .for.concept 1:10
    .for.place 5:12; .for.role 4:8 5:-5; .for.situation 4:9; .from.act 0:10 5:11
    .from.place 0:-13 1:-13 2:-6 5:5; .from.situation 3:11 5:-4; .from.state 0:11 5:10
    .in.act 0:-6 1:-24 2:-11 3:12 4:15; .in.concept 0:-8 3:9 4:-19 5:26
    .in.place 0:-5 1:-7 3:224 4:-8 5:8; .in.situation 4:35 5:-11; .in.state 0:-7 1:-4 3:243 5:-4
    .near.concept 3:20 4:-9; .near.place 3:212; .near.role 3:11 5:-6; .near.situation 1:9 4:-6
    .near.state 3:204; .none.act 2:12 3:-32 4:-32 5:-40; .none.concept 0:17 2:-14 3:-17 4:-21
    .none.place 2:-11 3:-36 4:5 5:-35; .none.role 0:-7 1:-10 5:7
    .none.situation 0:32 2:-4 4:-7 5:-7; .none.state 1:-16 2:20 5:31; .none.work 0:-10 1:16
    .of.act 0:-31 2:-24 3:-6 5:70; .of.concept 0:-6 4:31; .of.place 1:17
    .of.situation 1:-6 4:10 5:10; .of.state 0:-7 1:-14 3:5 4:-12 5:67; .of.work 0:13 3:-5 4:-10
    .on.act 1:10 5:-7; .on.place 1:4 3:10 4:-4; .on.state 0:-7 1:15; .on.work 4:9
    .over.act 4:15 5:-5; .over.concept 4:9; .over.state 0:10 1:6 3:-5
    .possessive.act 0:6 2:21 5:-11; .possessive.concept 1:12 4:-18 5:16; .to.act 1:40 3:-8 4:-9 5:9
    .to.concept 4:27 5:-6; .to.place 1:-7 3:21 4:-5; .to.role 1:9 5:-6; .to.situation 1:-5 5:16
    .to.state 0:-7 1:-7 3:19; .verb.act 0:5 1:-11 3:-11 5:37
    .verb.concept 0:-7 1:37 3:-6 4:11 5:-10; .verb.place 1:15; .verb.role 1:-6 4:24 5:-7
    .verb.situation 1:25 5:-9; .verb.state 0:4 1:17 2:-6 3:-5 5:-12; .verb.work 0:-7 1:-14 2:-4 4:12
    .with.act 0:81 1:-17 3:-14 4:-19; .with.concept 0:15 1:-9 4:4; .with.place 3:14 5:-6
    .with.state 0:36 2:-20 3:-33 4:-20; .with.work 1:14
    prepositionNoun.after.happening.concept 1:10 4:-7; .after.happening.work 4:-5 5:9
    .after.other.situation 4:9; .after.place.actor 0:8 1:-4; .after.thing.situation 4:-9 5:11
    .against.happening.actor 5:16; .against.other.actor 1:8; .among.other.actor 0:-4 1:7 2:10 5:-4
    .as.happening.concept 4:-14 5:17; .as.name.role 4:10 5:-5; .as.name.situation 0:11 4:-8
    .as.other.actor 1:18 5:-9; .as.other.concept 4:9 5:-4; .as.other.place 0:11 3:-4
    .as.verb.actor 0:10 4:7 5:-6; .as.verb.role 4:12 5:-5; .at.happening.actor 0:-5 1:-5 3:18 5:5
    .at.happening.place 3:-12 5:16; .at.other.actor 0:-8 1:-14 5:-6; .at.other.situation 1:10
    .at.person.situation 4:-5 5:10; .at.verb.actor 1:-7 3:25 5:-4; .at.verb.work 3:10 5:-6
    .between.happening.actor 1:-5 4:15; .between.thing.actor 0:9; .by.happening.actor 0:9
    .by.name.actor 0:9; .by.other.actor 0:19; .by.other.place 3:-7 5:12
    .by.verb.actor 0:-30 1:-5 2:11 3:-9 5:12; .by.verb.concept 0:17 1:-9 2:17 3:-5 4:-10
    .by.verb.situation 1:14 4:-7; .during.verb.actor 0:11; .during.verb.place 3:-6 5:11
    .for.name.actor 0:15 5:-9; .for.other.actor 1:5 3:-5 5:10; .for.other.concept 1:18 4:-13
    .for.other.place 3:-7 5:13; .for.person.actor 5:67; .for.person.place 5:60
    .for.verb.concept 4:8; .from.happening.actor 1:11 3:-4; .from.happening.place 3:-5 5:11
    .from.name.concept 4:-6 5:11; .from.other.actor 1:-5 3:8; .from.other.place 0:-5 3:5 4:10
    .from.other.situation 4:9; .from.people.actor 0:13 5:7; .from.people.situation 3:12 4:-9
    .from.thing.actor 0:13 1:-4; .from.verb.actor 5:10; .in.body.actor 5:14
    .in.happening.concept 3:12 4:-6; .in.name.actor 3:21 5:-9; .in.name.concept 4:-18 5:28
    .in.name.place 3:8 5:-4; .in.other.actor 3:9 5:6; .in.other.concept 1:14 3:-9 4:-13 5:15
    .in.people.actor 3:12; .in.people.place 3:9 5:-5; .in.person.actor 0:17 4:-4
    .in.person.concept 3:10 5:-6; .in.person.situation 4:10 5:-8; .in.place.concept 4:-13 5:15
    .in.place.place 3:-4 5:9; .in.thing.actor 5:13; .in.thing.place 3:-9 5:10
    .in.verb.actor 0:-5 1:-4 3:20 4:27 5:-21; .in.verb.concept 3:5 4:18 5:-14
    .near.happening.actor 5:13; .near.happening.concept 3:12 4:-5; .near.happening.role 3:11 5:-6
    .near.other.actor 3:9; .near.verb.actor 1:10; .near.verb.situation 1:9 4:-6
    .of.body.actor 1:7 3:-25 4:-11 5:-16; .of.body.place 0:12 3:-8; .of.body.situation 4:-9 5:11
    .of.happening.actor 0:-14 1:31 2:-10 3:-9 5:15; .of.happening.concept 1:7 4:16 5:-10
    .of.happening.place 3:-8 4:20; .of.name.actor 0:-6 1:-10 5:28; .of.name.situation 4:-5 5:10
    .of.name.work 1:-5 5:9; .of.other.actor 0:-16 1:27 2:-4 4:29; .of.other.concept 5:17
    .of.other.place 1:5 3:-22 5:26; .of.other.situation 4:8; .of.other.work 1:14
    .of.people.actor 0:17 3:-5 4:-9 5:-46; .of.people.work 0:18; .of.person.actor 1:-22 5:127
    .of.person.place 5:80; .of.place.actor 1:-4 3:132 5:-16
    .of.place.place 0:-6 1:25 3:112 4:-13 5:-22; .of.verb.actor 1:9
    .on.happening.actor 0:-6 1:21 3:-9 5:4; .on.happening.place 3:16; .on.name.place 3:9
    .on.other.actor 3:8; .on.other.place 1:10 3:-13 5:7; .on.other.work 4:9
    .on.verb.actor 1:10 5:-7; .over.happening.actor 1:-7 4:16 5:-4; .over.other.actor 1:8
    .over.verb.actor 1:11; .to.happening.actor 1:17 5:-15; .to.happening.situation 4:-15 5:18
    .to.name.actor 1:10 3:10 5:-8; .to.other.actor 0:-9 2:4 3:-11 4:-5 5:19; .to.person.actor 5:11
    .to.thing.actor 1:13 5:-5; .to.thing.place 3:9; .to.thing.role 1:10 5:-5
    .to.verb.actor 1:-11 2:-7 3:5 4:-12 5:5; .to.verb.concept 1:-8 4:9 5:6
    .with.happening.actor 0:11 2:-5 3:-12 4:-5 5:9; .with.happening.concept 0:18 4:-8
    .with.name.actor 0:13; .with.name.work 1:14; .with.other.actor 0:-11 2:17 5:13
    .with.other.place 3:8; .with.thing.actor 0:-10 5:14; .with.verb.actor 0:6 1:21 5:-7
    prepositionPlace.after.after.actor 0:9 5:-5; .after.after.concept 1:9 4:-7
    .after.after.situation 4:-4 5:9; .after.afterOther.actor 1:-5 5:12
    .after.afterOther.work 4:-5 5:9; .against.after.actor 1:8; .among.afterOther.actor 1:9
    .among.before.actor 0:-4 2:9; .as.after.actor 0:12 1:5 5:-6; .as.after.place 0:11 3:-4
    .as.after.role 4:27 5:-13; .as.after.situation 0:11 4:-8
    .as.afterOther.actor 0:-5 1:16 4:6 5:-9; .as.afterOther.concept 4:-8 5:14
    .at.after.actor 1:-5 3:14 4:9 5:-6; .at.after.situation 4:-5 5:10
    .at.afterOther.actor 1:-7 3:17; .at.afterOther.place 3:-6 5:12; .at.afterOther.situation 1:8
    .at.afterOther.work 3:10 5:-6; .at.before.actor 0:-10 1:-12 2:6 3:21; .at.before.place 3:-7 5:9
    .at.noVerb.concept 3:14 4:-5; .between.after.actor 0:14 3:-5 5:6
    .between.afterOther.actor 0:-13 4:19; .between.before.actor 0:12 1:10 3:-4 5:-9
    .between.noVerb.actor 0:8; .by.after.actor 1:-13 3:-10 5:-12; .by.after.concept 0:8
    .by.afterOther.actor 0:8 1:-8 3:-9 4:-11; .by.afterOther.concept 0:17 2:22
    .by.afterOther.situation 1:14 4:-7; .by.before.concept 5:11; .by.noVerb.actor 0:-8 5:9
    .during.afterOther.place 3:-6 5:11; .during.before.actor 0:11; .during.before.situation 4:10
    .for.after.actor 0:10 1:6 5:-4; .for.after.role 4:8 5:-5; .for.afterOther.concept 1:16 5:-5
    .for.afterOther.place 3:-7 5:13; .from.after.actor 0:7 1:9 2:-4 4:-7 5:-18
    .from.afterOther.actor 1:-5 5:13; .from.afterOther.concept 5:9
    .from.afterOther.place 3:-8 4:8 5:9; .from.afterOther.situation 3:12 4:-7
    .from.before.actor 0:11 1:-11 3:-8 5:20; .from.before.place 0:-4 3:9 5:4
    .in.after.actor 1:-17 2:-10 3:10 4:11 5:-22; .in.after.concept 3:-9 4:-15 5:32
    .in.after.place 3:15 5:-5; .in.after.situation 4:19 5:-10; .in.afterOther.actor 0:-5 1:-9 3:15
    .in.afterOther.concept 0:-5 3:9 4:-17; .in.afterOther.place 3:-8 5:25
    .in.before.actor 0:-8 3:18; .in.before.concept 3:10; .in.before.place 3:12 5:-5
    .in.noVerb.actor 5:15; .near.after.actor 3:9; .near.after.situation 1:9 4:-6
    .near.afterOther.actor 1:7 5:9; .near.afterOther.concept 3:12 4:-5; .near.afterOther.place 3:9
    .near.afterOther.role 3:11 5:-6; .of.after.actor 0:-29 1:-29 2:-6 4:8
    .of.after.concept 1:-15 4:13 5:9; .of.after.place 1:-4 4:-5 5:21; .of.afterOther.actor 2:-8 5:-6
    .of.afterOther.concept 1:17 4:-6; .of.afterOther.place 1:-13 2:-9 3:7 5:-30
    .of.afterOther.work 0:18; .of.before.actor 0:-13 1:19 2:-4 4:-10 5:11; .of.before.concept 4:16
    .of.before.place 1:9 5:7; .of.noVerb.concept 4:9 5:-5; .of.noVerb.place 1:20 3:-8 5:-5
    .on.after.place 1:9 5:-4; .on.after.work 4:9; .on.afterOther.actor 1:18 5:-4
    .on.before.actor 0:-5 1:9; .on.noVerb.place 3:9; .over.after.actor 0:-5 1:11 4:14 5:-6
    .over.afterOther.concept 4:9; .to.after.actor 2:-4 3:16 4:-9 5:-8; .to.after.concept 4:25 5:-11
    .to.after.place 3:9; .to.after.situation 4:-15 5:18; .to.afterOther.actor 1:14 4:-4 5:19
    .to.afterOther.place 1:-4 3:10 4:-4 5:4; .to.afterOther.situation 4:14
    .to.before.actor 1:15 3:-9; .to.before.role 1:10 5:-5; .with.after.actor 0:21 1:12 3:-5
    .with.after.concept 0:18 4:-8; .with.after.work 1:14
    .with.afterOther.actor 1:5 2:15 3:-11 4:-11 5:-4; .with.afterOther.place 3:14 5:-6
    .with.before.actor 0:-12 1:-9 2:-5 5:39; prepositionVerb.after.harm.actor 1:-4 5:11
    .after.harm.situation 4:-8 5:10; .after.other.actor 0:9 5:-4; .after.other.concept 1:10 4:-7
    .after.other.situation 4:9; .after.other.work 4:-5 5:9; .against.other.actor 1:25 5:-12
    .against.speak.actor 1:-18 5:21; .among.other.actor 0:-5 1:7 2:8; .as.harm.actor 0:5 1:17 5:-12
    .as.harm.role 4:19 5:-9; .as.harm.situation 0:11 4:-8; .as.other.concept 4:-5 5:13
    .as.other.place 0:11 3:-4; .as.undergo.actor 1:9; .at.announce.actor 4:11
    .at.harm.actor 1:-7 3:27 5:-5; .at.none.work 3:10 5:-6; .at.other.actor 1:-8 3:12 5:12
    .at.other.place 3:-15 5:22; .at.other.situation 1:8 4:-8 5:7; .at.undergo.actor 3:9
    .between.announce.actor 0:9; .between.harm.actor 0:9; .between.other.actor 0:-4 4:16
    .between.undergo.actor 5:10; .by.announce.concept 2:23 4:-6; .by.harm.actor 0:7 4:9
    .by.harm.concept 0:28 5:-6; .by.other.actor 1:-15 3:-9 4:-12; .by.other.concept 0:-5 4:8 5:12
    .by.other.situation 1:14 4:-7; .by.speak.actor 0:-16 2:7 3:-7 4:-5 5:7
    .during.announce.actor 0:11; .during.harm.place 3:-6 5:11; .for.announce.actor 1:9
    .for.announce.role 4:8 5:-5; .for.harm.actor 0:15 5:-9; .for.other.actor 0:-4 1:-5 5:20
    .for.other.concept 4:17 5:-5; .for.speak.concept 1:19 4:-15; .for.speak.place 3:-5 5:9
    .from.announce.actor 1:8; .from.harm.actor 3:11; .from.harm.place 5:11; .from.none.actor 3:9
    .from.other.actor 0:9 2:-4 3:-17 4:-5; .from.other.concept 5:9; .from.other.place 4:10
    .from.other.situation 3:12; .in.announce.actor 5:13; .in.harm.actor 4:13 5:7
    .in.harm.concept 1:14 4:7 5:-14; .in.harm.place 3:11; .in.harm.situation 4:10
    .in.none.concept 4:-31 5:42; .in.other.actor 1:-24 2:-16 3:8 4:6 5:-40
    .in.other.concept 3:8 4:-22 5:23; .in.other.place 5:20; .in.other.situation 4:15 5:-9
    .in.speak.concept 4:12 5:-7; .in.undergo.actor 3:16 4:-6; .in.undergo.concept 3:10 5:-4
    .near.other.actor 0:-8 2:-5 4:-7; .near.other.concept 3:12 4:-5; .near.other.place 3:11
    .near.other.role 3:11 5:-6; .near.speak.situation 1:9 4:-6; .of.announce.actor 1:13 4:7
    .of.harm.actor 0:-7 1:13 2:-4 4:-15 5:7; .of.harm.concept 4:26 5:-14
    .of.harm.place 3:12 4:13 5:-14; .of.harm.situation 4:-5 5:10; .of.harm.work 0:18
    .of.none.actor 1:-10 3:10 4:18 5:-10; .of.none.place 3:-6 5:11
    .of.other.actor 1:-7 2:-6 3:19 4:-7 5:5; .of.other.concept 1:13 4:-19 5:14
    .of.other.place 0:9 3:-5 4:-5 5:7; .of.speak.actor 0:-19 3:-15 4:10 5:-26
    .of.speak.concept 1:-5 5:9; .of.speak.place 1:-5 3:16; .of.undergo.place 3:10
    .on.harm.actor 0:-5 1:9; .on.other.work 4:9; .on.speak.actor 1:18 5:-11
    .over.announce.actor 1:-7 4:16 5:-4; .over.other.actor 1:11; .over.speak.actor 1:8
    .to.harm.actor 1:-8 3:11 5:11; .to.harm.place 5:8; .to.other.actor 0:-5 1:44 3:13 5:-5
    .to.other.place 3:9; .to.other.role 1:9 5:-6; .to.other.situation 4:10
    .to.speak.actor 1:15 5:-6; .to.speak.concept 4:10 5:-7; .to.speak.place 3:11 5:-6
    .to.speak.situation 4:-12 5:18; .with.announce.actor 1:-4 2:13 5:-4; .with.none.actor 0:-9 1:8
    .with.other.actor 0:14 3:-19 4:-13 5:-4; .with.other.concept 0:18 4:-9; .with.other.work 1:14
    .with.speak.actor 0:-6 5:15; .with.speak.place 3:8; .with.undergo.actor 1:8
    sayingThat.announce.actor 0:-16 2:123; .speak.actor 0:-35 2:40 3:-14 5:12
    .speak.concept 2:9 5:-5; subject.announce.active.inner.actor 0:63 1:-6 5:7
    .announce.active.inner.role 0:60; .announce.active.main.actor 0:91 1:-21 2:49 3:-5 5:-31
    .announce.active.main.place 0:22 5:-5; .announce.active.main.role 0:60
    .announce.passive.inner.actor 1:80; .announce.passive.inner.concept 1:10 4:-6
    .announce.passive.inner.place 4:23; .announce.passive.inner.role 1:80
    .announce.passive.main.actor 0:19 1:65; .announce.passive.main.concept 5:8
    .announce.passive.main.role 1:80; .announce.passive.main.work 1:8
    .be.active.inner.actor 0:-11 1:14 4:10 5:-8; .be.active.main.actor 0:12 3:12 5:-15
    .be.active.main.concept 1:10 4:-12 5:9; .harm.active.inner.actor 0:88
    .harm.active.inner.role 0:80; .harm.active.main.actor 0:103 1:-13 5:9
    .harm.active.main.concept 0:29 1:-5 4:-13 5:-4; .harm.active.main.role 0:78 1:11 5:-6
    .harm.active.main.situation 0:10 4:-5; .harm.participle.inner.actor 0:17 1:72
    .harm.participle.inner.role 1:80; .harm.participle.main.actor 1:80
    .harm.participle.main.role 1:80; .harm.passive.inner.actor 0:-7 1:98
    .harm.passive.inner.concept 1:50; .harm.passive.inner.place 1:60; .harm.passive.inner.role 1:80
    .harm.passive.inner.work 1:50; .harm.passive.main.actor 0:-12 1:97 2:-6 5:14
    .harm.passive.main.concept 1:62; .harm.passive.main.place 1:60; .harm.passive.main.role 1:80
    .harm.passive.main.situation 0:10; .harm.passive.main.work 1:50
    .other.active.inner.actor 0:94 5:-8; .other.active.inner.place 0:11
    .other.active.inner.role 0:60; .other.active.main.actor 0:120 1:-25 2:28 5:-29
    .other.active.main.concept 0:7 2:-7 3:15 4:-23 5:-10; .other.active.main.place 0:19 1:-6
    .other.active.main.role 0:60; .other.active.main.situation 0:20 4:-10
    .other.participle.inner.actor 0:15 1:5 3:-4 5:-9; .other.participle.inner.concept 0:9 4:-5
    .other.passive.inner.actor 0:6 1:79; .other.passive.inner.concept 1:19 4:-14
    .other.passive.inner.role 1:80; .other.passive.main.actor 1:92
    .other.passive.main.concept 1:13 4:-8; .other.passive.main.role 1:80
    .other.passive.main.work 1:6 4:9 5:-7; .speak.active.inner.actor 2:80
    .speak.active.inner.role 2:80; .speak.active.main.actor 1:-22 2:143 5:-16
    .speak.active.main.concept 0:9 1:-5 2:19 4:-10 5:-7; .speak.active.main.place 2:17 5:6
    .speak.active.main.role 2:89 5:-6; .speak.participle.inner.actor 0:-12 2:20 5:-5
    .speak.passive.inner.actor 1:80; .speak.passive.inner.role 1:80
    .speak.passive.main.actor 0:5 1:85 5:-5; .speak.passive.main.role 1:80
    .speak.passive.main.situation 0:10 4:-5; .undergo.active.inner.actor 1:80
    .undergo.active.inner.role 1:80; .undergo.active.main.actor 0:9 1:102 2:-10 5:-9
    .undergo.active.main.concept 1:-6 4:19 5:-10; .undergo.active.main.place 1:-6 4:19 5:-4
    .undergo.active.main.role 1:80; .undergo.active.main.situation 1:9
    .undergo.active.main.work 1:12; .undergo.passive.inner.actor 1:80
    .undergo.passive.inner.role 1:80; .undergo.passive.main.actor 1:80
    .undergo.passive.main.role 1:80; subordinate.after 0:12 4:4; .as 2:-8 3:-22 4:-34 5:26
    .that 2:-15 3:-35 4:25; .when 0:33 1:-19 2:-4 3:-6; .who 0:-12 1:-46 2:-16 3:12 5:29
    subordinateGroup.act 0:38 1:-5 5:63; .concept 0:-11 4:18 5:34; .place 1:-12 2:-14 3:-31
    .role 1:-7 4:13 5:11; .situation 3:-10 5:6; .state 1:-25 2:-14 4:-18 5:48; .work 0:12 1:-5 4:-10
    verbLeft.announce 1:27 2:-6 3:-12 4:-23; .auxiliary 1:-7 4:19 5:-4; .harm 1:48 2:-8 3:12 4:-18
    .other 0:-18 1:-31 3:-29 4:33 5:14; .speak 1:24 2:-11 3:-23 4:12 5:-31
    .undergo 0:-8 1:-20 2:-5 3:9; voiceGroup.after.active.act 0:20 1:25 5:-9
    .after.active.concept 1:26 2:-4 4:6 5:-14; .after.active.place 2:-11 4:-15 5:-8
    .after.active.role 1:-4 4:12; .after.active.situation 0:-9 1:15 3:-6 5:13
    .after.active.state 0:-17 1:24 2:-10 3:15 5:-12; .after.active.work 0:-8 1:9 2:-5 4:6 5:-11
    .after.passive.act 0:14 1:-51 3:-9 5:-15; .after.passive.concept 1:-16 2:-6 3:-11 5:8
    .after.passive.place 1:-10 4:-8; .after.passive.role 4:26 5:-11; .after.passive.situation 0:9
    .after.passive.state 0:13 1:-5 3:7 5:-5; .afterOther.active.act 0:-13 1:23 3:-9 5:-11
    .afterOther.active.concept 0:-28 2:-20 3:-37 4:7
    .afterOther.active.place 0:-10 1:-13 3:18 4:-15 5:50; .afterOther.active.role 1:-10 3:5
    .afterOther.active.situation 0:-11 1:9 2:-5 4:7 5:-16
    .afterOther.active.state 0:-31 2:-17 3:8 4:-27 5:7; .afterOther.active.work 1:-9 3:7 4:-6 5:19
    .afterOther.passive.act 0:-13 1:-22 3:-12 4:17 5:34
    .afterOther.passive.concept 1:-27 2:8 3:12 4:-12 5:-22; .afterOther.passive.situation 1:9
    .afterOther.passive.state 0:15 1:12 4:-5; .afterOther.passive.work 0:16 1:-7 5:-5
    .before.active.act 0:93 1:-21 2:47 3:-16 4:-38; .before.active.concept 0:14 1:-42 2:-16 5:-27
    .before.active.place 0:11 3:-19 4:11; .before.active.role 0:-9 1:13 3:-5 4:-11 5:4
    .before.active.situation 1:-19 2:-15 3:-11 5:6; .before.active.state 0:107 1:-16 2:9 4:-17 5:-19
    .before.active.work 0:-4 1:9 5:11; .before.passive.act 0:-11 1:139 2:-24 5:-8
    .before.passive.concept 0:-9 1:34 4:-10 5:21; .before.passive.place 0:-5 1:5 3:29 5:-13
    .before.passive.role 5:10; .before.passive.situation 0:12 4:14 5:-8
    .before.passive.state 1:72 2:-9 3:-21 4:-11 5:26; .before.passive.work 1:22 4:9 5:-10
    .noVerb.active.act 0:9 1:7 2:-15 3:-21 4:-23; .noVerb.active.concept 0:-7 3:7 4:-14 5:13
    .noVerb.active.place 0:-8 1:7 2:-4 4:11 5:-22; .noVerb.active.role 4:16
    .noVerb.active.situation 0:8 5:-5; .noVerb.active.state 0:-4 1:-8 3:19 5:6
    """
}
