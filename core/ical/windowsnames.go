package ical

import (
	"slices"
	"strings"
	"time"
)

// Windows shows a zone as "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", older versions as "(GMT+01.00)
// Amsterdam / Berlin / …", and some programs write that for a zone's name.

// displayedZone gives the IANA zone of a name as Windows shows it: of a whole one that is known, or, behind a distance from UTC,
// of cities that all stand in one. The zone must have had that distance at some time. Nil where it is unclear.
func displayedZone(name string) *zone {
	offset, text, prefixed := shownOffset(strings.ReplaceAll(name, `\,`, ",")) // some escape it as a TEXT
	var found []string
	if cities := citiesOf(text); len(cities) > 0 {
		found = displayedAs(cities, prefixed)
	}
	var out *zone
	for _, one := range found {
		z := iana(windowsZone(one))
		if one == "UTC" {
			z = utcZone()
		}
		if z == nil || prefixed && !everHad(z.loc, offset) {
			continue
		}
		if out != nil {
			return nil
		}
		out = z
	}
	return out
}

// shownOffset parts "(UTC+01:00) Berlin" into seconds and the rest.
func shownOffset(name string) (offset int, text string, ok bool) {
	head, rest, closed := strings.Cut(name, ")")
	if !closed || !strings.HasPrefix(head, "(") {
		return 0, name, false
	}
	if offset, ok = distance(head[1:]); !ok {
		return 0, name, false
	}
	return offset, strings.TrimSpace(rest), true
}

// citiesOf gives the parts of a shown name, in small letters.
func citiesOf(text string) []string {
	text = strings.ToLower(text)
	if _, rest, ok := strings.Cut(text, "mean time"); ok { // "Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London"
		text = strings.TrimLeft(rest, " :")
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '/' })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	slices.Sort(parts)
	return parts
}

// displayedAs gives the Windows zones that are shown with these cities: with just these, or, if some may be missing, all
// that have every one of them.
func displayedAs(cities []string, some bool) (out []string) {
	var having []string
	for _, row := range windowsNames {
		shown := citiesOf(row[1])
		if slices.Equal(shown, cities) && !slices.Contains(out, row[0]) {
			out = append(out, row[0])
		}
		all := !slices.ContainsFunc(cities, func(c string) bool { return !slices.Contains(shown, c) })
		if all && !slices.Contains(having, row[0]) {
			having = append(having, row[0])
		}
	}
	if len(out) == 0 && some {
		return having
	}
	return out
}

// everHad tells whether a zone's clocks had a distance from UTC, in seconds, at some time that such names are from.
func everHad(loc *time.Location, offset int) bool {
	for year := 1990; year <= 2035; year++ {
		for _, month := range []time.Month{time.January, time.July} {
			if _, is := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC).In(loc).Zone(); is == offset {
				return true
			}
		}
	}
	return false
}

// windowsNames are Windows' zones as its versions show them.
var windowsNames = [...][2]string{
	{"Dateline Standard Time", "International Date Line West"},
	{"UTC-11", "Coordinated Universal Time-11"},
	{"UTC-09", "Coordinated Universal Time-09"},
	{"UTC-08", "Coordinated Universal Time-08"},
	{"UTC-02", "Coordinated Universal Time-02"},
	{"UTC", "Coordinated Universal Time"},
	{"UTC+12", "Coordinated Universal Time+12"},
	{"UTC+13", "Coordinated Universal Time+13"},
	{"Aleutian Standard Time", "Aleutian Islands"},
	{"Hawaiian Standard Time", "Hawaii"},
	{"Marquesas Standard Time", "Marquesas Islands"},
	{"Alaskan Standard Time", "Alaska"},
	{"Pacific Standard Time (Mexico)", "Baja California"},
	{"Pacific Standard Time (Mexico)", "Tijuana, Baja California"},
	{"Pacific Standard Time", "Pacific Time (US & Canada)"},
	{"Pacific Standard Time", "Pacific Time (US & Canada); Tijuana"},
	{"US Mountain Standard Time", "Arizona"},
	{"Mountain Standard Time (Mexico)", "Chihuahua, La Paz, Mazatlan"},
	{"Mountain Standard Time (Mexico)", "La Paz, Mazatlan"},
	{"Mountain Standard Time", "Mountain Time (US & Canada)"},
	{"Yukon Standard Time", "Yukon"},
	{"Central America Standard Time", "Central America"},
	{"Central Standard Time", "Central Time (US & Canada)"},
	{"Easter Island Standard Time", "Easter Island"},
	{"Central Standard Time (Mexico)", "Guadalajara, Mexico City, Monterrey"},
	{"Canada Central Standard Time", "Saskatchewan"},
	{"SA Pacific Standard Time", "Bogota, Lima, Quito, Rio Branco"},
	{"Eastern Standard Time (Mexico)", "Chetumal"},
	{"Eastern Standard Time", "Eastern Time (US & Canada)"},
	{"Haiti Standard Time", "Haiti"},
	{"Cuba Standard Time", "Havana"},
	{"US Eastern Standard Time", "Indiana (East)"},
	{"Turks And Caicos Standard Time", "Turks and Caicos"},
	{"Paraguay Standard Time", "Asuncion"},
	{"Atlantic Standard Time", "Atlantic Time (Canada)"},
	{"Venezuela Standard Time", "Caracas"},
	{"Central Brazilian Standard Time", "Cuiaba"},
	{"SA Western Standard Time", "Georgetown, La Paz, Manaus, San Juan"},
	{"Pacific SA Standard Time", "Santiago"},
	{"Newfoundland Standard Time", "Newfoundland"},
	{"Tocantins Standard Time", "Araguaina"},
	{"E. South America Standard Time", "Brasilia"},
	{"SA Eastern Standard Time", "Cayenne, Fortaleza"},
	{"Argentina Standard Time", "City of Buenos Aires"},
	{"Argentina Standard Time", "Buenos Aires"},
	{"Greenland Standard Time", "Greenland"},
	{"Montevideo Standard Time", "Montevideo"},
	{"Magallanes Standard Time", "Punta Arenas"},
	{"Saint Pierre Standard Time", "Saint Pierre and Miquelon"},
	{"Bahia Standard Time", "Salvador"},
	{"Azores Standard Time", "Azores"},
	{"Cape Verde Standard Time", "Cabo Verde Is."},
	{"Cape Verde Standard Time", "Cape Verde Is."},
	{"Morocco Standard Time", "Casablanca"},
	{"GMT Standard Time", "Dublin, Edinburgh, Lisbon, London"},
	{"Greenwich Standard Time", "Monrovia, Reykjavik"},
	{"Sao Tome Standard Time", "Sao Tome"},
	{"W. Europe Standard Time", "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"},
	{"Central Europe Standard Time", "Belgrade, Bratislava, Budapest, Ljubljana, Prague"},
	{"Romance Standard Time", "Brussels, Copenhagen, Madrid, Paris"},
	{"Central European Standard Time", "Sarajevo, Skopje, Warsaw, Zagreb"},
	{"Central European Standard Time", "Sarajevo, Skopje, Sofija, Vilnius, Warsaw, Zagreb"},
	{"W. Central Africa Standard Time", "West Central Africa"},
	{"Namibia Standard Time", "Windhoek"},
	{"Jordan Standard Time", "Amman"},
	{"GTB Standard Time", "Athens, Bucharest"},
	{"GTB Standard Time", "Athens, Bucharest, Istanbul"},
	{"Middle East Standard Time", "Beirut"},
	{"Egypt Standard Time", "Cairo"},
	{"E. Europe Standard Time", "Chisinau"},
	{"Syria Standard Time", "Damascus"},
	{"West Bank Standard Time", "Gaza, Hebron"},
	{"South Africa Standard Time", "Harare, Pretoria"},
	{"FLE Standard Time", "Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius"},
	{"FLE Standard Time", "Helsinki, Kiev, Riga, Sofia, Tallinn, Vilnius"},
	{"Israel Standard Time", "Jerusalem"},
	{"South Sudan Standard Time", "Juba"},
	{"Kaliningrad Standard Time", "Kaliningrad"},
	{"Sudan Standard Time", "Khartoum"},
	{"Libya Standard Time", "Tripoli"},
	{"Arabic Standard Time", "Baghdad"},
	{"Turkey Standard Time", "Istanbul"},
	{"Arab Standard Time", "Kuwait, Riyadh"},
	{"Belarus Standard Time", "Minsk"},
	{"Russian Standard Time", "Moscow, St. Petersburg"},
	{"Russian Standard Time", "Moscow, St. Petersburg, Volgograd"},
	{"E. Africa Standard Time", "Nairobi"},
	{"Volgograd Standard Time", "Volgograd"},
	{"Iran Standard Time", "Tehran"},
	{"Arabian Standard Time", "Abu Dhabi, Muscat"},
	{"Astrakhan Standard Time", "Astrakhan, Ulyanovsk"},
	{"Azerbaijan Standard Time", "Baku"},
	{"Russia Time Zone 3", "Izhevsk, Samara"},
	{"Mauritius Standard Time", "Port Louis"},
	{"Saratov Standard Time", "Saratov"},
	{"Georgian Standard Time", "Tbilisi"},
	{"Caucasus Standard Time", "Yerevan"},
	{"Afghanistan Standard Time", "Kabul"},
	{"West Asia Standard Time", "Ashgabat, Tashkent"},
	{"Ekaterinburg Standard Time", "Ekaterinburg"},
	{"Pakistan Standard Time", "Islamabad, Karachi"},
	{"Qyzylorda Standard Time", "Qyzylorda"},
	{"India Standard Time", "Chennai, Kolkata, Mumbai, New Delhi"},
	{"India Standard Time", "Bombay, Calcutta, Madras, New Delhi"},
	{"Sri Lanka Standard Time", "Sri Jayawardenepura"},
	{"Nepal Standard Time", "Kathmandu"},
	{"Central Asia Standard Time", "Bishkek"},
	{"Bangladesh Standard Time", "Dhaka"},
	{"Omsk Standard Time", "Omsk"},
	{"Myanmar Standard Time", "Yangon (Rangoon)"},
	{"SE Asia Standard Time", "Bangkok, Hanoi, Jakarta"},
	{"Altai Standard Time", "Barnaul, Gorno-Altaysk"},
	{"W. Mongolia Standard Time", "Hovd"},
	{"North Asia Standard Time", "Krasnoyarsk"},
	{"N. Central Asia Standard Time", "Novosibirsk"},
	{"Tomsk Standard Time", "Tomsk"},
	{"China Standard Time", "Beijing, Chongqing, Hong Kong, Urumqi"},
	{"China Standard Time", "Beijing, Chongqing, Hong Kong SAR, Urumqi"},
	{"North Asia East Standard Time", "Irkutsk"},
	{"North Asia East Standard Time", "Irkutsk, Ulaan Bataar"},
	{"Singapore Standard Time", "Kuala Lumpur, Singapore"},
	{"W. Australia Standard Time", "Perth"},
	{"Taipei Standard Time", "Taipei"},
	{"Ulaanbaatar Standard Time", "Ulaanbaatar"},
	{"Aus Central W. Standard Time", "Eucla"},
	{"Transbaikal Standard Time", "Chita"},
	{"Tokyo Standard Time", "Osaka, Sapporo, Tokyo"},
	{"North Korea Standard Time", "Pyongyang"},
	{"Korea Standard Time", "Seoul"},
	{"Yakutsk Standard Time", "Yakutsk"},
	{"Cen. Australia Standard Time", "Adelaide"},
	{"AUS Central Standard Time", "Darwin"},
	{"E. Australia Standard Time", "Brisbane"},
	{"AUS Eastern Standard Time", "Canberra, Melbourne, Sydney"},
	{"West Pacific Standard Time", "Guam, Port Moresby"},
	{"Tasmania Standard Time", "Hobart"},
	{"Vladivostok Standard Time", "Vladivostok"},
	{"Lord Howe Standard Time", "Lord Howe Island"},
	{"Bougainville Standard Time", "Bougainville Island"},
	{"Russia Time Zone 10", "Chokurdakh"},
	{"Magadan Standard Time", "Magadan"},
	{"Norfolk Standard Time", "Norfolk Island"},
	{"Sakhalin Standard Time", "Sakhalin"},
	{"Central Pacific Standard Time", "Solomon Is., New Caledonia"},
	{"Russia Time Zone 11", "Anadyr, Petropavlovsk-Kamchatsky"},
	{"New Zealand Standard Time", "Auckland, Wellington"},
	{"Fiji Standard Time", "Fiji"},
	{"Chatham Islands Standard Time", "Chatham Islands"},
	{"Tonga Standard Time", "Nuku'alofa"},
	{"Samoa Standard Time", "Samoa"},
	{"Line Islands Standard Time", "Kiritimati Island"},
}
