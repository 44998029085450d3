package contacts

import (
	"regexp"
	"strings"

	"mentorbook/core/table"
)

// role is what a column of a table of people holds.
type role string

// The roles. A column without one goes into the notes under its heading.
const (
	roleNone     role = ""
	roleName     role = "name"
	roleFullName role = "full_name" // family name, given name, patronymic in one cell
	roleGiven    role = "given_name"
	roleMiddle   role = "middle_name"
	roleFamily   role = "family_name"
	roleEmail    role = "email"
	rolePhone    role = "phone"
	roleLink     role = "link"
	roleCompany  role = "organisation"
	roleJob      role = "job_title"
	roleBirthday role = "birthday"
	roleZone     role = "zone"
	roleLanguage role = "language"
	rolePronoun  role = "pronoun"
	rolePrefix   role = "prefix" // before or behind the name
	roleAddress  role = "address_as"
	roleOrigin   role = "origin"
	roleNotes    role = "notes"
	roleLabels   role = "categories"
	rolePhoto    role = "photo"
	roleOwn      role = "own"    // of this program alone; known by its heading
	roleValue    role = "value"  // of a pair "Event 1 - Label", "Event 1 - Value"
	roleBeside   role = "beside" // says something about another column
	roleIgnored  role = "ignored"
)

// many tells whether several columns may have the role.
func (r role) many() bool {
	switch r {
	case roleEmail, rolePhone, roleLink, roleNotes, roleLabels, roleNone, roleValue, roleBeside, roleIgnored, rolePhoto:
		return true
	}
	return false
}

// headingRoles lists the headings by which Google, Outlook, LinkedIn, this program and people themselves name
// the columns, in English and Russian.
func headingRoles() map[string]role {
	lists := map[role][]string{
		roleName:     {"Name", "Full Name", "Display Name", "Contact", "Person", "Имя и фамилия", "Полное имя", "Отображаемое имя", "Контакт"},
		roleFullName: {"ФИО", "Ф. И. О.", "Фамилия Имя Отчество"},
		roleGiven:    {"First Name", "Given Name", "Forename", "Имя"},
		roleMiddle:   {"Middle Name", "Additional Name", "Patronymic", "Отчество"},
		roleFamily:   {"Last Name", "Family Name", "Surname", "Фамилия"},
		roleEmail: {
			"E-mail", "E-mail Address", "E-mail 2 Address", "E-mail 3 Address", "Mail", "Primary Email", "Secondary Email",
			"Адрес эл. почты", "Адрес 2 эл. почты", "Адрес 3 эл. почты", "Адрес эл. почты 2", "Адрес эл. почты 3", "Эл. почта",
			"Электронная почта", "Адрес электронной почты", "Почта", "Адрес электронной почты 2", "Адрес электронной почты 3",
			"Электронная почта 2", "Электронная почта 3", "Эл. почта 2", "Эл. почта 3",
		},
		rolePhone: {
			"Phone", "Phone Number", "Telephone", "Tel", "Mobile", "Cell", "Mobile Phone", "Business Phone", "Business Phone 2", "Home Phone", "Home Phone 2",
			"Other Phone", "Primary Phone", "Company Main Phone", "Car Phone", "Work Phone",
			"Телефон", "Телефон переносной", "Мобильный телефон", "Мобильный", "Рабочий телефон", "Телефон раб. 2", "Домашний телефон", "Телефон дом. 2",
			"Другой телефон", "Основной телефон", "Основной телефон организации", "Телефон в машине",
		},
		roleLink:     {"URL", "Web Page", "Website", "Link", "Profile", "Personal Web Page", "LinkedIn", "Веб-страница", "Ссылка", "Сайт", "Профиль"},
		roleCompany:  {"Organization Name", "Organization 1 - Name", "Company", "Organization", "Organisation", "Employer", "Организация", "Название организации", "Компания", "Место работы"},
		roleJob:      {"Organization Title", "Organization 1 - Title", "Job Title", "Position", "Role", "Должность", "Должность в организации"},
		roleBirthday: {"Birthday", "Date of Birth", "Birth date", "День рождения", "Дата рождения"},
		rolePrefix:   {"Name Prefix", "Name Suffix", "Префикс имени", "Суффикс имени", "Префикс"},
		roleZone:     {"Time Zone", "Timezone", "Часовой пояс"},
		roleLanguage: {"Language", "Язык"},
		rolePronoun:  {"Pronoun", "Pronouns", "Местоимение"},
		roleAddress:  {"Address As", "Обращаться"},
		roleOrigin:   {"Origin", "Откуда"},
		roleNotes:    {"Notes", "Note", "Comment", "Comments", "Заметки", "Заметка", "Комментарий", "Комментарии", "Примечание", "Примечания"},
		roleLabels:   {"Labels", "Group Membership", "Categories", "Tags", "Категории", "Группы", "Метки", "Ярлыки"},
		rolePhoto:    {"Photo", "Фото", "Фотография"},
		roleOwn:      {ownName, ownQuiet, ownConsent, ownConsentDate, ownConsentWords, ownArchived},
		roleIgnored: {
			"E-mail Type", "E-mail Display Name", "E-mail 2 Type", "E-mail 2 Display Name", "E-mail 3 Type", "E-mail 3 Display Name", "Initials", "Priority",
			"Private", "Sensitivity", "Тип эл. почты", "Краткое имя эл. почты", "Тип 2 эл. почты", "Краткое 2 имя эл. почты", "Тип 3 эл. почты",
			"Краткое 3 имя эл. почты", "Инициалы", "Важность", "Частное", "Пометка", "Organization 1 - Type", "Organization Type",
		},
	}
	out := map[string]role{}
	for r, headings := range lists {
		for _, h := range headings {
			out[table.Key(h)] = r
		}
	}
	return out
}

// The headings that this program adds to Google's.
const (
	ownName         = "Mentorbook Name"
	ownQuiet        = "Quiet Hours"
	ownConsent      = "Consent"
	ownConsentDate  = "Consent Date"
	ownConsentWords = "Consent Words"
	ownArchived     = "Archived"
)

// Google numbers its columns: "E-mail 1 - Label" and "E-mail 1 - Value"; keys have neither blanks nor dashes.
var (
	numberedValue = regexp.MustCompile(`^(email|phone|website|im|event|relation|customfield)(\d+)value$`)
	numberedLabel = regexp.MustCompile(`^(email|phone|website|im|event|relation|customfield|address)(\d+)(?:label|type|service)$`)
	addressWhole  = regexp.MustCompile(`^address(\d+)formatted$`)
	addressPart   = regexp.MustCompile(`^(address\d+)(street|city|pobox|region|postalcode|country|extendedaddress)$`)
)

// In Russian, Google's numbered columns are "Эл. почта 1 – значение", "Организация 1 – название" and the like.
var numberedRussian = regexp.MustCompile(`^(элпочта|электроннаяпочта|адресэлпочты|адресэлектроннойпочты|телефон|вебсайт|сайт|вебстраница|чат|мессенджер|событие|связь|отношение|` +
	`адрес|организация|настраиваемоеполе|пользовательскоеполе|другоеполе)(\d+)(\pL+)$`)

// russianParts are the names and ends of Google's numbered columns in Russian, and what they are in English.
func russianParts() (names, ends map[string]string) {
	names = map[string]string{
		"элпочта": "email", "электроннаяпочта": "email", "адресэлпочты": "email", "адресэлектроннойпочты": "email", "телефон": "phone",
		"вебсайт": "website", "сайт": "website", "вебстраница": "website", "чат": "im", "мессенджер": "im", "событие": "event",
		"связь": "relation", "отношение": "relation", "адрес": "address", "организация": "organization",
		"настраиваемоеполе": "customfield", "пользовательскоеполе": "customfield", "другоеполе": "customfield",
	}
	ends = map[string]string{
		"значение": "value", "ярлык": "label", "метка": "label", "тип": "type", "служба": "service", "сервис": "service",
		"название": "name", "имя": "name", "должность": "title", "отдел": "department",
		"целиком": "formatted", "полностью": "formatted", "форматированный": "formatted", "вформате": "formatted", "улица": "street", "город": "city",
		"абонентскийящик": "pobox", "аящик": "pobox", "регион": "region", "область": "region", "индекс": "postalcode", "почтовыйиндекс": "postalcode",
		"страна": "country", "дополнительныйадрес": "extendedaddress", "дополнительно": "extendedaddress",
	}
	return names, ends
}

// keyOf gives the key of a heading; of Google's numbered columns in Russian, that which they have in English.
func keyOf(heading string) string { return inEnglish(table.Key(heading)) }

func inEnglish(key string) string {
	g := numberedRussian.FindStringSubmatch(key)
	if g == nil {
		return key
	}
	names, ends := russianParts()
	if end, ok := ends[g[3]]; ok {
		return names[g[1]] + g[2] + end
	}
	return key
}

// roleOf gives the role of a heading by its key.
func roleOf(known map[string]role, key string) role {
	key = inEnglish(key)
	if r, ok := known[key]; ok {
		return r
	}
	if g := numberedValue.FindStringSubmatch(key); g != nil {
		switch g[1] {
		case "email":
			return roleEmail
		case "phone":
			return rolePhone
		case "website":
			return roleLink
		}
		return roleValue
	}
	if numberedLabel.MatchString(key) {
		return roleBeside
	}
	return roleNone
}

// sheetSource recognises the program that wrote a table by its headings.
func sheetSource(has func(heading string) bool) string {
	switch {
	case has(ownName):
		return "mentorbook"
	case has("E-mail 1 - Value"), has("Organization Name") && has("Labels"), has("Group Membership"), has("Organization 1 - Name"):
		return "google"
	case has("Connected On"):
		return "linkedin"
	case has("Адрес эл. почты"), has("E-mail Address") && (has("E-mail 2 Address") || has("Business Phone") || has("Job Title")):
		return "outlook"
	}
	return "csv"
}

// isDefault tells of what Outlook writes into cells of which nobody said anything.
func isDefault(value string) bool {
	switch strings.ToLower(value) {
	case "", "0/0/00", "0.0.00", "00.00.00", "unspecified", "не определен", "не определён", "normal", "обычная", "false", "ложь":
		return true
	}
	return false
}
