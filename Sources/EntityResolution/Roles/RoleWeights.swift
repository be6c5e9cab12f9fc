/// Weights of `RoleModel`, in hundredths: agent target speaker place context mentioned. Written by
/// `Tests/Corpus/fit_roles.py`.
enum RoleWeights {
  static let table = """
    accordingTo 0 0 300 0 0 0
    adjectiveKind.name 0 0 0 0 0 200
    bare.verb.after.active.announce.actor 0 100 0 0 0 0
    bare.verb.after.active.harm.actor 0 200 0 0 0 0
    bare.verb.after.active.other.actor 0 100 0 0 0 0
    bare.verb.after.active.speak.actor 0 100 0 0 0 0
    by.active.actor 100 0 0 0 0 0
    by.passive.actor 250 0 0 0 0 0
    chain.other 0 0 0 0 0 150
    chain.person 0 0 0 0 0 200
    clauseGroup.announce.before.active.actor 100 0 0 0 0 0
    clauseGroup.announce.before.passive.actor 0 100 0 0 0 0
    clauseGroup.harm.before.active.actor 100 0 0 0 0 0
    clauseGroup.harm.before.passive.actor 0 150 0 0 0 0
    clauseGroup.other.before.active.actor 100 0 0 0 0 0
    clauseGroup.other.before.passive.actor 0 100 0 0 0 0
    clauseGroup.speak.before.active.actor 0 0 250 0 0 0
    clauseGroup.undergo.before.active.actor 0 150 0 0 0 0
    currency 0 0 0 0 0 300
    group.concept 0 0 0 0 150 0
    group.place 0 0 0 100 0 0
    group.role 0 0 0 0 0 150
    group.situation 0 0 0 0 150 0
    heading 0 0 0 0 150 0
    later 0 0 0 0 0 70
    modifiesName.act.person 0 0 0 0 0 150
    modifiesName.state.person 0 0 0 0 0 150
    ofName.person.actor 0 0 0 0 0 150
    placeAfterPlace 0 0 0 150 0 0
    prepositionGroup.after.act 0 0 0 0 0 50
    prepositionGroup.after.state 0 0 0 0 0 50
    prepositionGroup.against.act 0 200 0 0 0 0
    prepositionGroup.against.state 0 200 0 0 0 0
    prepositionGroup.at.place 0 0 0 200 0 0
    prepositionGroup.at.state 0 0 0 200 0 0
    prepositionGroup.between.act 100 0 0 0 0 0
    prepositionGroup.between.state 100 0 0 0 0 0
    prepositionGroup.in.place 0 0 0 200 0 0
    prepositionGroup.in.state 0 0 0 200 0 0
    prepositionGroup.near.place 0 0 0 200 0 0
    prepositionGroup.near.state 0 0 0 200 0 0
    prepositionGroup.of.act 0 0 0 0 0 70
    prepositionGroup.of.state 0 0 0 0 0 70
    prepositionGroup.with.act 70 0 0 0 0 0
    prepositionGroup.with.state 70 0 0 0 0 0
    sayingThat.announce.actor 0 0 100 0 0 0
    subordinateGroup.act 0 0 0 0 0 50
    subordinateGroup.state 0 0 0 0 0 50
    voiceGroup.before.active.act 100 0 0 0 0 0
    voiceGroup.before.active.state 100 0 0 0 0 0
    voiceGroup.before.passive.act 0 100 0 0 0 0
    voiceGroup.before.passive.state 0 100 0 0 0 0
    """
}
