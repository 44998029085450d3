package core

import (
	"strings"
	"unicode"
)

// isCommon tells whether a part of a person's name is a word of its own, so that a capital letter alone does not show
// that somebody is meant. What is no word of a list is one where a Russian family name does not end as family names do.
func isCommon(part string, p *Person) bool {
	if within(commonNames, part) || within(commonSurnames, part) || within(commonRussian, part) || within(months, part) {
		return true
	}
	return isCyrillic(part) && part == familyOf(p) && !endsAsFamily(part)
}

// familyOf gives the family name, folded; where the contact does not say which it is, the last word of the name.
func familyOf(p *Person) string {
	name := p.FamilyName
	if name == "" {
		words := splitName(p.Name)
		if len(words) < 2 {
			return ""
		}
		name = words[len(words)-1]
	}
	return foldName(name)
}

func isCyrillic(word string) bool {
	for _, r := range word {
		return unicode.Is(unicode.Cyrillic, r)
	}
	return false
}

// endsAsFamily tells whether a Russian or Ukrainian, Armenian or Georgian word ends as family names do, and words do not.
func endsAsFamily(word string) bool {
	for end := range strings.FieldsSeq("ов ова ев ева ин ина ын ына ский ская цкий цкая енко юк чук ян дзе швили") {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// isHonorific tells whether a word is one that stands before a name.
func isHonorific(word string) bool {
	return within(" mr mrs ms miss mx dr prof professor sir madam господин господина господину господином госпожа госпожи госпоже госпожу госпожой тов товарищ др проф профессор профессора профессору профессором доктор доктора доктору доктором ", word)
}

// isMonth tells whether a word that is a month's name stands for the month: after a word or a figure that goes before
// dates, or before a figure.
func isMonth(words []textWord, i int) bool {
	if !within(months, words[i].text) {
		return false
	}
	if i+1 < len(words) && isFigure(words[i+1].text) {
		return true
	}
	return i > 0 && (isFigure(words[i-1].text) || within(" in by of on until till since from to during before after between and or this next last early late mid every each for end ", words[i-1].text))
}

func isFigure(word string) bool { return strings.ContainsAny(word[:1], "0123456789") }

func within(list, word string) bool { return strings.Contains(list, " "+word+" ") }

const months = " may april june august "

// commonNames are given names that are words of English too.
const commonNames = " will mark grace hope faith joy rose art bill frank jack drew pat sue rob chase summer autumn dawn eve iris ivy lily ruby pearl " +
	"amber crystal crystals victor earnest ernest guy gene dale glen heath cliff clay ray rich ron rusty sandy sky skye star stormy sunny terry " +
	"trinity violet wade ward wren olive poppy daisy heather hazel holly jade jasmine jewel gloria harmony haven honor justice liberty melody mercy " +
	"miles norm nick penny peace prudence patience charity chance chip christian colt daisies destiny ginger gray grant hunter mason max more page " +
	"paige parker piper porter prince reed reef river robin rocky roman royal sage scout serenity skip tanner taylor "

// commonSurnames are family names that are words of English too.
const commonSurnames = " public young long short brown black white green gray grey gold golden silver blue small little large major minor king queen " +
	"bishop pope knight noble lord duke earl page baker cook hunter fisher carter carver cooper mason miller potter porter sawyer shepherd smith taylor " +
	"tanner turner weaver wheeler archer barber bowman butcher butler chandler clark dyer farmer gardener gardner glover harper judge law lawyer marshal " +
	"marshall mayor merchant painter parker piper plumber ranger ryder sailor sargent singer skinner steward stewart stone tailor walker warden waters webb " +
	"bank banks beach bell berry bird birch bishopric bloom book books booth bond boss bower bowl box branch bridge bridges brook brooks bull burn burns " +
	"bush camp case castle chambers chance chase child church city close coach cole coleman college core cotton counts court craft crane crisp cross crow curry " +
	"day dean deal dove drake dream drew driver drum dunn east fair faith fall farm field fields fish flood flowers flowersmith ford forest fork foster fountain " +
	"fox free freeman friend frost fry gates general gentle gift glass good goodman grant grass green ground grove guard hall hand hands hardy hart hay head heart " +
	"heath hill hills hobbs hook hope horn house house hunt ice iron ivory jobs join joiner joy keen key keys kidd kind kitchen lake lamb land lane large last leader " +
	"learn lee light lock lodge look love low lowe lucky lynch mann many march market marks marsh martin mills mind money moody moon moore moss mountain name newman " +
	"night north nurse oak oakes pace pack park parks parish pass patch peace peak pearl pepper person plan plant pond pool poor post potts pound powers power practice " +
	"price priest prime proctor prior pride quick rain read reader reason reed reeves rich rice ring rivers river roads rock rose rush sage sale sales salt sand " +
	"sands school sea seal self sharp shaw sheets shell shields ship shoemaker silk simple singleton slaughter sleep small snow soul south spear speaker speaking spence " +
	"spring sparks stand star stark start steel steele stock storm story street strong style summer summers sun sweet swift tall team temple thorn thrift tower town " +
	"train trainer tree trip trout true trust underwood vance view wall walls ward ware watch water way weeks wells west wheat whit wild wilder will wise wolf wood woods " +
	"woodward word words work workman works worth wright yard york youth training learning leading management manager mentor skill skills career plans project projects "

// commonRussian are names that are words of Russian too, though they end as names do.
const commonRussian = " вера надежда любовь слава роман лев роза лилия майя виола злата милана весна август марс гений клим мир рада заря воля свобода победа " +
	"сова корова голова основа дуброва подкова обнова остров улов покров кров зов лов посев гнев рубин павлин магазин мандарин господин калина малина смородина " +
	"картина былина долина година перина щетина осина рябина лучина старшина мужчина причина машина тишина глубина половина вершина середина община дисциплина " +
	"медицина доктрина корзина плотина равнина пружина бузина дубина рутина витрина тина глина шина вина льдина новина старина один "
