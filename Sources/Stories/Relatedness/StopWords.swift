/// English words that say nothing of what a report is about: function words, and what any news says.
enum StopWords {
  static let all = Set(
    """
    a about after again against all also amid among an and another any are around as at away back be \
    became because been before being between both but by call called calls can city claim claims \
    could country day days de did do does down due during each early eight end ends even events fifth \
    first five following for former four from get give government group had has have he head her high \
    him his hold holds how if in including into is it its itself just kill killed killing kills large \
    last later leader leaders least leave leaves led left less made make makes making man many may \
    member members men minister month months more most much names near new news next nine no not now \
    number of off official officials on one only open opens or other others our out over part people \
    person place plan plans police president prime put release released report reported reports result \
    return returns rises said saying says second seven several she since six so some state states \
    still such take taken takes ten than that the their them then there these they third this those \
    three through time to today together told took toward two under until up us use used very vote \
    was way we week weeks well were what when where which while who whose will win wins with within \
    without woman women would year years yesterday monday tuesday wednesday thursday friday saturday \
    sunday january february march april june july august september october november december
    """.split(separator: " ").map(String.init))
}
