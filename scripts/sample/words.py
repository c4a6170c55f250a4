"""The invented world of the sample: people, organizations, what was said. Nothing in it is real."""

# A name outside the Latin alphabet brings the spelling of its e-mail address.
NAMES: tuple[str | tuple[str, str], ...] = (
    "Amara Oyelaran", "Tobias Lindqvist", "Priya Venkataraman", "Lucía Barrientos Quispe", "Devon Ashgrove",
    ("林 佳穎", "chiaying.lin"), "Marguerite Thibodeau", "Kofi Ansah-Mensah", "Hannah Weissbrodt",
    "Sami Korhola", "Noor El-Tayeb", "Callum Birtwhistle", "Ingrid Sølvberg",
    ("Олена Гнатівська", "olena.hnativska"), "Rafael Monteclaro", "Bethan Pryce-Maddox", "Tomoko Hirasawa",
    "Jamal Whitfield", "Zsófia Kárpáthy", "Nia Achterberg", "Dmitri Voloshenko", "Fatoumata Diarrassouba",
    "Owen Castellane", ("박서윤", "seoyun.park"), "Leila Farahmandi", "Georg Achleitner", "Sunniva Bakketun",
    "Mateo Villaseñor", "Anjali Raghunathan", "Pieter van der Meulenbroek",
    ("محمود الزهراني", "mahmoud.alzahrani"), "Clara Desrosiers-Lavoie", "Isaac Bramwell", "Yewande Sotunde",
    "Emre Kılıçaslan", "Rosalind Fairweather", "Nguyễn Thảo Vy", "Andrej Horvatinčić",
    "Maria Aparecida dos Santos Cavalcanti de Albuquerque", "Teddy Nakagawa", "Siobhán Ní Dhonnabháin",
    ("Κατερίνα Μαυρογένη", "katerina.mavrogeni"), "Luca Bellandi", "Wanjiru Kamande", "Henrik Stenmark",
    "Aaliyah Broadnax", "Jun-ho Baek", "Esperanza Ituarte", "Philippe Garneau-Roy", "Tala Whiteduck",
    ("जान्हवी देशपांडे", "janhavi.deshpande"), "Magnus Thorvaldsen", "Chiamaka Nwachukwu-Obi",
    "Ruth Abernethy", "Omar Benkirane", "Saoirse McGillicuddy", "Viktor Dragomirescu", "Hana Suleimanová",
    "Desmond Agyeman", "Freya Kjærgaard", "Alejandra Montes de Oca", ("佐々木 悠斗", "yuto.sasaki"),
    "Gwendolyn Ashworth-Pike", "Ibrahim Cissokho", "Marta Wiśniewolska", "Cormac Delahunt",
    "Shirin Golestaneh", "Benedikt Obermaier", "Thandiwe Mokoena", "Josephine Lacroix",
    "Arjun Chattopadhyay", "Elif Yıldırımer", "Nathaniel Greyeyes", "Paloma Echeverri", "Søren Abildgaard",
    "Keisha Montrose", ("דנה שקדי", "dana.shkedi"), "Bartholomew Finch", "Aylin Demirkan",
    "Kwabena Osei-Tutu", "Linnea Hallström", "Roberto Carmignani", "Phuong Anh Trịnh", "Morag Kinnaird",
    "Tariq Vasanji", "Élodie Charbonnel", "Stanisław Brzezicki", "Makoa Kealamakia",
    "Francesca Odescalchini", "Delphine Mbarga", ("Нурлан Садвокасов", "nurlan.sadvokasov"),
    "Winifred Oakhurst", "Giorgi Tsereladze", "Simone Achebe-Laurent", "Ravi Thiruchelvam",
    "Karolína Dvořáčková", "Malik Fontenot", "Astrid Nygaardsvold", "Ximena Zubizarreta", "Conrad Lüttwitz",
    "Adaeze Okonjo-Bright", "Hugo Santamaría", "Mirembe Nalwanga", "Patrick Duquesnoy",
    ("王 梓萱", "zixuan.wang"), "Eilidh Strathearn", "Dominik Zawirski", "Sefa Tuimavave",
    "Beatriz Furtado-Leme", "Yusuf Abdirahman", "Catalina Ordoñez", "Lars Engelbrektsson",
    "Naledi Khumalo-Reyes", "Jasper Wetherell", "Anneliese Brandauer", "Chidi Uzoma", "Mei-Lin Kwok",
    "Oskar Pettersvold", "Gabriela Nascimento", "Tenzin Dolkar-Namgyal", "Rowan Applegarth",
    "Halima Juma-Otieno", "Félix Archambault", "Soraya Haddadin", "Ewan Macquarrick", "Daniela Stoyanova",
    "Bongani Sithebe", "Ilse Vanderhaegen", "Kamal Pirzada", "Aurora Fiskerstrand", "Thaddeus Coldwell",
    "Nadia Belkacemi",
)  # fmt: skip

PROMISED_ONLY = (
    "Judith Lamprecht", "Ray Ossington", "Farida Noorzai", "Big Mike from the depot", "Kerstin Ahlborg",
    "a cousin named Inés", "Paul Tremaine", "someone in procurement", "Oluwaseun Bakare", "Dr. Wexford",
    "Mina Takahara", "the new grants officer",
)  # fmt: skip

HEALTH, PUBLISHING, CLIMATE = "Urban health data", "Science publishing", "Climate adaptation"

ORGANIZATIONS = {
    HEALTH: (
        "Lakeshore Health Observatory", "Northgate Public Health Lab", "Civic Vitals",
        "St. Brannoc's Hospital", "CareMap Cooperative", "Healthy Streets Data Trust", "Maplewick Clinics",
        "Pulse Atlas", "Wardline Analytics", "Institute for Neighbourhood Health",
        "Ministry of Population Wellbeing, Analytics Branch", "Tidewater Epidemiology", "Open Ward Project",
        "Bluebird Community Care", "Metrohealth Evaluation Unit",
    ),
    PUBLISHING: (
        "Quillwater Press", "Journal of Applied Curiosity", "Lanternfish Books", "Parallax Science Weekly",
        "Copperleaf Journals", "The Field Notebook", "Sextant Editorial", "Open Abstracts",
        "Hedgerow Magazine",
    ),
    CLIMATE: (
        "Floodline Collective", "Harbour City Resilience Office", "Green Culvert Engineering",
        "Cool Roofs Alliance", "Riverkeep Conservancy", "Stormglass Risk", "Institute for Livable Heat",
        "Shoreline 2050", "Understory Trust", "Saltmarsh Adaptation Fund", "Rain Garden Works",
        "Borealis Planning Group", "Deltaworks Advisory",
        "Department of Municipal Adaptation and Emergency Preparedness", "Canopy Commons",
    ),
}  # fmt: skip

ROLES = {
    HEALTH: (
        "Data analyst", "Epidemiologist", "Head of analytics", "Public health nurse", "GIS specialist",
        "Programme manager", "Biostatistician", "Research coordinator", "Director of evaluation",
        "Health planner",
    ),
    PUBLISHING: (
        "Commissioning editor", "Associate editor", "Science writer", "Managing editor", "Production lead",
        "Editorial director", "Fact-checker",
    ),
    CLIMATE: (
        "Adaptation planner", "Resilience officer", "Hydrologist", "Policy adviser", "Community organiser",
        "Risk modeller", "Programme lead", "Urban forester", "Chief resilience officer", "Grants manager",
    ),
}  # fmt: skip

TAGS = {
    HEALTH: ("data", "maps", "hospital", "public sector", "statistics"),
    PUBLISHING: ("writing", "editing", "freelance"),
    CLIMATE: ("planning", "public sector", "water", "heat", "community"),
}

HOME = "Toronto"
# How often a city comes up, and the fictional number range of its telephones (None: a number we never got).
CITIES: dict[str, tuple[int, str | None]] = {
    HOME: (30, "+1 416 555 01"),
    "Hamilton": (8, "+1 905 555 01"),
    "Ottawa": (8, "+1 613 555 01"),
    "Montréal": (9, "+1 514 555 01"),
    "Vancouver": (6, "+1 604 555 01"),
    "Halifax": (4, "+1 902 555 01"),
    "Buffalo": (3, "+1 716 555 01"),
    "New York": (5, "+1 212 555 01"),
    "London": (4, "+44 20 7946 09"),
    "Rotterdam": (5, None),
    "Copenhagen": (3, None),
    "Nairobi": (3, None),
    "Lagos": (2, None),
    "São Paulo": (2, None),
    "Taipei": (2, None),
    "Melbourne": (2, None),
}

INTRODUCTION = "Introduction"
KNOWN = ("Friend or family", "Former colleague", "Alumni mentor")
COLD = ("LinkedIn search", "Alumni directory", "Article or talk", "Staff page", "Conference")
SOURCES = (INTRODUCTION, *KNOWN, *COLD)

CHANNELS = ("Email", "LinkedIn", "Phone", "Contact form", "In person")
CHANNEL_WEIGHTS = {
    INTRODUCTION: (16, 2, 3, 0, 0),
    "Friend or family": (6, 1, 5, 0, 2),
    "Former colleague": (8, 4, 2, 0, 0),
    "Alumni mentor": (9, 1, 0, 0, 0),
    "LinkedIn search": (4, 10, 0, 0, 0),
    "Alumni directory": (8, 3, 0, 0, 0),
    "Article or talk": (8, 3, 0, 2, 0),
    "Staff page": (9, 0, 1, 4, 0),
    "Conference": (6, 3, 0, 0, 2),
}
LETTERS = ("Short", "Story", "Question", "Referral")
RESPONSES = ("yes", "no", "bounced", "other", "withdrawn")
MODES = ("video", "phone", "in person")
EVENTS = (
    "Asked", "Nudged", "Responded", "Scheduled", "Met", "Thanked", "Touched", "Introduced", "Acknowledged",
    "Noted",
)  # fmt: skip

REFLECTIONS = ("inspired", "energized", "curious", "neutral", "drained", "icky")
REFLECTION_WEIGHTS = {
    HEALTH: (6, 6, 6, 3, 1, 0),
    PUBLISHING: (1, 0, 2, 3, 4, 3),
    CLIMATE: (8, 5, 4, 2, 1, 1),
}

TAKEAWAYS = {
    HEALTH: (
        "Half the job is cleaning data and explaining it to nurses; loves that half.",
        "They hire from contracts. Ask about the spring call.",
        "SQL first, maps second, dashboards last.",
        "Small team, real decisions: last year's clinic hours came from one chart.",
        "Privacy review takes months; patience is a skill here.",
        "Came from teaching too. Says explaining is what they lack.",
        "Do one public project with open data and write it up.",
        "Funding ends in March, the whole unit is nervous.",
        "A master's degree is not needed, a portfolio is.",
        "Shadow a morning round before applying anywhere.",
        "Managers read the first line only. Practise first lines.",
        "The observatory pays less but publishes everything.",
        "Good days are when a map changes a bus route.",
        "R at the hospital, Python at the city. Learn to read both.",
        "Told me honestly which two teams to avoid.",
        "Meetings until two, quiet work after. I could live with that.",
        "They need someone who can talk with community groups.",
        "Read their evaluation reports before the next talk.",
        "Career went sideways three times, each time through a person.",
        "Ask for small data, not for a job.",
    ),
    PUBLISHING: (
        "Forty manuscripts a week, two minutes each. Not for me?",
        "Loved the craft, hated the metrics.",
        "Everyone I met there freelances on the side.",
        "Editors move for a title, not for the work.",
        "Talked mostly about page views.",
        "The writing is the reward, the pay is not.",
        "Would not do it again, said so before I asked.",
        "Beautiful office, nobody in it.",
        "I noticed that I was glad when the call ended.",
        "Best question so far: what do you want to have finished?",
        "Deadlines at midnight, by design.",
        "They look for a chemist, not a generalist.",
    ),
    CLIMATE: (
        "Planners need people who can read both maps and minutes of meetings.",
        "Every flood plan is a negotiation about parking.",
        "Went along to a site visit. Best hour of the month.",
        "Start with heat: money is there, people are not.",
        "City jobs open in January; the list is public.",
        "The whole team learned hydrology on the job.",
        "Ask communities first, model second.",
        "Consultants write it, cities live with it. Choose a side.",
        "Trees are the easy part, watering them is the job.",
        "Reads one council agenda every morning. Try it for a week.",
        "The fund needs someone to tell what worked.",
        "They measure cooling with bicycle sensors!",
        "Adaptation is maintenance with better slides.",
        "Certificate helpful for the city, useless for the charity.",
        "Two years of contracts before the permanent post.",
        "Insurance pays well and asks good questions.",
        "Learn to run a meeting where people are angry.",
        "Small towns answer faster and need more help.",
    ),
}

NOTES = {
    "yes": (
        "Answered in two lines, very kind.", "Suggested a call on the way home.", "Prefers mornings.",
        "Has a dog called Biscuit.", "Spoke at the spring meetup.", "Moved here from the same town as Dad.",
        "Wants the questions beforehand.", "Bring the map of clinic hours.",
        "Reads everything twice, be precise.", "Also changed careers at thirty.",
        "Only Thursdays, and never after four.", "Laughs a lot; so will you.",
        "Ask about the first year in the job.", "Likes to walk while talking.",
        "Knows the hiring manager across the road.", "Mentioned a summer school.",
        "Speaks slowly, take notes.", "Do not ask about the merger.",
        "Was surprised that I had read the report.", "Grew up next to the river.",
        "Has two desks and no office.", "Sends voice messages.",
        "Coffee at the corner, not in the canteen.", "Likes plain questions.", "",
    ),
    "no": (
        "No time before the merger.", "Polite no, wished me luck.", "Does not do these talks.",
        "Is changing jobs too.", "Asked me to use the careers page.", "Too busy until the spring.",
        "Not allowed to, says the press office.", "Kind, but no.", "",
    ),
    "bounced": ("Mailbox gone; look for a new address.", "Left in the spring, says the server.", ""),
    "other": (
        "On leave, try again in January.", "Passed me on to the front desk.",
        "Wants to know more before deciding.", "Travelling until the new year.",
    ),
    "withdrawn": ("Called off: no longer exploring publishing.",),
    "": (
        "", "Heard a lot of good things.", "Heard their talk online.", "Busy season, be patient.",
        "Wrote the guide that I keep on my desk.", "Chairs the neighbourhood committee.",
        "Teaches one evening a week.", "Profile not updated since spring.",
        "Out of office until the first, says the auto-reply.", "Auto-reply only.",
        "Met the team at the open day.", "Found through the annual report.",
        "Writes a newsletter, very readable.", "Probably the wrong person; try the deputy.",
        "Shares a school with me.", "Was on the radio in May.", "",
    ),
}  # fmt: skip

PROMISES = (
    "Will send a reading list", "I owe my one-page summary", "Will forward the job alert",
    "Will share the slides of the meetup", "Will invite me to the site visit in spring",
    "I will send the article on bus routes", "Will look at my portfolio", "",
)  # fmt: skip

OUTCOMES = (
    "Invited to the team seminar", "Shared a posting before it was public", "Volunteer shift, two Saturdays",
    "Read my portfolio and marked it up", "Paid pilot project, eight weeks", "Spot on the working group",
    "Referred for an opening; interview in December",
)  # fmt: skip

TOUCHES = (
    "Sent the article we spoke about", "Wrote to say the post is advertised",
    "Congratulated on the new role", "Asked how the search goes", "Shared my open-data project",
    "Met by chance at the library, ten minutes",
)  # fmt: skip
