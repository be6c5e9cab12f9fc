internal import EventGraph

extension PartialDate {
  /// The day that lies `epoch` days after 1970-01-01; nil outside the years 1 … 9999.
  static func day(epoch: Int) -> PartialDate? {
    guard (-719_162...2_932_896).contains(epoch) else { return nil }
    // Counted from 1 March of year 0, so that the leap day comes last.
    let days = epoch + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return PartialDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}
