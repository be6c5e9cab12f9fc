/// Weights of `KindModel`, in hundredths: person organization group state place situation work role
/// concept. Written by `Tests/Corpus/fit_kinds.py`.
enum KindWeights {
  static let neighbors: [Float] = [1, 1, 1, 1, 1, 1, 1, 1, 1]
  static let words: [Float] = [1, 1, 1, 1, 1, 1, 1, 1, 1]

  static let table = """
    bracket.concept 0 0 0 0 0 0 0 0 300
    bracket.geo 0 0 0 0 50 0 0 0 0
    bracket.group 0 0 300 0 0 0 0 0 0
    bracket.organization 0 300 0 0 0 0 0 0 0
    bracket.person 300 0 0 0 0 0 0 0 0
    bracket.place 0 0 0 0 300 0 0 0 0
    bracket.role 0 0 0 0 0 0 0 300 0
    bracket.situation 0 0 0 0 0 300 0 0 0
    bracket.state 0 0 0 300 0 0 0 0 0
    bracket.work 0 0 0 0 0 0 300 0 0
    comma.geo 0 0 0 0 350 0 0 0 0
    comma.year 0 0 0 0 0 250 0 0 0
    demonym 0 0 200 0 0 0 0 0 0
    first.place 0 0 0 0 100 0 0 0 0
    first.situation 0 0 0 0 0 150 0 0 0
    first.title 200 0 0 0 0 0 0 0 0
    first.work 0 0 0 0 0 0 200 0 0
    head.concept 0 0 0 0 0 0 0 0 100
    head.group 0 0 100 0 0 0 0 0 0
    head.organization 0 100 0 0 0 0 0 0 0
    head.person 100 0 0 0 0 0 0 0 0
    head.place 0 0 0 0 100 0 0 0 0
    head.role 0 0 0 0 0 0 0 100 0
    head.situation 0 0 0 0 0 100 0 0 0
    head.state 0 0 0 100 0 0 0 0 0
    head.work 0 0 0 0 0 0 100 0 0
    headOnly.concept 0 0 0 0 0 0 0 0 150
    headOnly.group 0 0 150 0 0 0 0 0 0
    headOnly.organization 0 150 0 0 0 0 0 0 0
    headOnly.person 150 0 0 0 0 0 0 0 0
    headOnly.place 0 0 0 0 150 0 0 0 0
    headOnly.role 0 0 0 0 0 0 0 150 0
    headOnly.situation 0 0 0 0 0 150 0 0 0
    headOnly.state 0 0 0 150 0 0 0 0 0
    headOnly.work 0 0 0 0 0 0 150 0 0
    listOfRoles 0 0 0 0 0 0 0 300 0
    lowerCase.always 0 0 0 0 0 0 0 0 150
    shape.date 0 0 0 0 0 0 0 0 300
    shape.flight 0 0 0 0 0 400 0 0 0
    shape.personLike 100 0 0 0 0 0 0 0 0
    state 0 0 0 400 0 0 0 0 0
    subdivision 0 0 0 0 250 0 0 0 0
    year.first 0 0 0 0 0 200 0 0 0
    """
}
