// Easter Sunday of the Gregorian calendar.
// Source: the "anonymous Gregorian algorithm" (Meeus, Jones, Butcher).

import CivilTime

enum Easter {
    static func sunday(of year: Int) -> CivilDate {
        let a = year % 19
        let (b, c) = (year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let g = (8 * b + 13) / 25
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = (c / 4, c % 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let number = h + l - 7 * m + 114
        return CivilDate(year: year, month: number / 31, day: number % 31 + 1) ?? .min
    }
}
