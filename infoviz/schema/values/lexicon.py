"""Words by which a value gives away what it is: a person, an organization, a job title, a place, a way to talk."""

from typing import Final

FIRST_NAMES: Final = frozenset(
    """
    aaron abdul abigail adam adriana adrian agnes ahmed aisha akira alan alana albert alberto aleksandra
    alessandro alex alexander alexandra alexis ali alice alicia alina alison allison alma amanda amara amber
    amelia amina amir amit amy ana anders andre andrea andreas andrew andrzej angel angela anika anil anita
    anja ann anna anne annika anthony antoine anton antonia antonio anya april ari arjun arnaud arthur
    arturo asha ashley astrid audrey august aurelie austin ava barbara beatrice beatriz ben benjamin bernard
    beth bianca bill birgit bjorn blake bob brad brandon brenda brian bridget brooke bruce bruno bryan
    caitlin caleb cameron camila camille cara carl carla carlos carmen carol caroline carolina carter casey
    catherine cecilia celine chad chandra charles charlie charlotte chen chiara chidi chloe chris christian
    christina christine christoph christopher chung cindy claire clara claude claudia colin connor conor
    craig cristina cynthia daisuke dan dana daniel daniela danielle dario darren dave david dean deborah
    declan deepa deepak denise dennis derek devon diana diane diego dieter dimitri dmitri dominic dominik
    don donald donna dorothy doug douglas dylan eddie edgar eduardo edward elena eleanor eli elias elisa
    elise elisabeth elizabeth ella ellen elliot emeka emil emilia emily emma emmanuel enrique eric erica
    erik erika erin ernesto esther ethan eugene eva evan eve evelyn fabian fatima federico felipe felix
    fernando fiona florian frances francesca francesco francis francisco francois frank fred frederic
    frederick freya friedrich gabriel gabriela gabrielle gary gavin geoffrey george georg gerald gerard
    giada gianluca gina giorgio giovanni giulia giuseppe glen gloria gordon grace graham greg gregory greta
    guillaume gustavo hana hannah hans haruto harold harry hassan heather hector heidi heinz helen helena
    helene henrik henry hiro hiroshi hope howard hugo hui hussein ian ibrahim ida ignacio igor ines ingrid
    irene irina iris isaac isabel isabella isabelle ivan ivy jack jackson jacob jacqueline jake jakub jamal
    james jamie jan jane janet janice jasmine jason javier jay jean jeff jeffrey jen jenna jennifer jenny
    jeremy jerome jerry jesse jessica jesus jill jim jin jing joachim joan joanna joao joe joel johan
    johanna johannes john jon jonas jonathan jordan jorge jose josef joseph josh joshua juan juana judith
    judy julia julian juliana julie julien juliette julio jun jung jurgen justin kaito kareem karen karim
    karin karl kate katharina katherine kathleen kathryn kathy katie katja kavita kayla kei keiko keith
    kelly ken kenji kenneth kevin khalid kim kimberly klara klaus kofi krishna kristen kristin kristina
    kumar kurt kwame kyle lara larry lars laura lauren laurent layla lea leah lee leila lena leo leon leonie
    leslie leticia levi lewis li liam lili lily lin linda lindsay lisa liu logan lois lorenzo lori louis
    louise luca lucas lucia lucie lucy luis luisa luise lukas luke luna lydia lynn mackenzie madeleine
    madison maeve magdalena malcolm malik manuel marc marcel marcia marco marcos marcus margaret margot
    maria mariana marie marina mario marion marisol mark markus marta martha martin martina mary marwa mateo
    mathieu matt matteo matthew matthias maureen maurice max maya megan mehmet mei melanie melissa mercedes
    meredith mia michael michel michele michelle miguel mike mila mina ming miriam mohamed mohammed moises
    molly mona monica monika morgan moritz mustafa nadia nadine nancy naomi natalia natalie natasha nathan
    neha neil nelson nicholas nick nicola nicolas nicole niels nigel nikhil nikolai nina noah noel noor nora
    norma oksana olaf olga oliver olivia olivier omar oscar otto owen pablo paige pamela paola paolo parker
    pascal pat patricia patrick paul paula pauline pavel pedro peggy penelope peter petra phil philip
    philipp philippe phoebe pia pierre piotr priya qing quentin quinn rachel rafael raj rajesh ralph ramon
    randy raquel raul ravi ray raymond rebecca regina renata rene ricardo richard rita rob robert roberta
    roberto robin rodrigo roger rohan roland roman ron ronald rosa rose ross roxanne roy ruben ruby rui
    russell ruth ryan sabine sabrina sakura sally sam samantha samira samuel sandra sanjay sara sarah sasha
    satoshi scott sean sebastian selena serena sergei sergio seth shannon shane sharon shawn sheila shirley
    shreya silvia simon simone sofia sonia sonja sophia sophie stacy stan stefan stefanie stella stephanie
    stephen steve steven stuart sue suman sunil susan susanne suzanne sven svetlana sylvia sylvie takashi
    tamara tanya tara tariq tatiana taylor ted teresa terry theo theresa thierry thomas tiffany tim timothy
    tina tobias todd tom tomas tomasz tony tracy travis trevor tyler ulrich ursula uta valentina valerie
    vanessa vera veronica victor victoria vijay vikram vincent viktor violet virginia vivian vladimir walter
    wanda warren wei wendy werner william wolfgang xavier xiao yael yan yara yasmin yi ying yoko yolanda
    yong youssef yuki yuko yusuf yvonne zach zachary zara zeynep zhang zoe zofia aditi ananya bogdan
    chiamaka ewa femi gunnar ikram imani ingvild jelena kamala lior magnus marek milan mirela nia ngozi
    oluwaseun pooja radhika rosalind sanne saskia sigrid siobhan soren tove uma wren yusra
    aarav abby abhishek adaeze adele adeola aditya agata agnieszka aidan aiko aileen ajay akash akshay
    alasdair alba albane aldo alejandra alejandro aleksander alessandra alessia alexa alexandre alfie
    alfonso alfred alfredo alistair aliya alvaro alyssa amandine amelie amrita anais anastasia andrei
    andres andy angelica angelina angelo angus anjali anke anneke annemarie annette annie anouk ansel
    anthea antje antonella antoni aoife apoorva archie arianna arif armando arnav arne arno artur arvind
    ashok asmita avery axel ayaan ayesha ayse azadeh bartek bartosz basia bastian beata benedict
    benedikt benita benito benoit bernadette bernardo bernd bettina bhavna bilal birgitta bjarne blanca
    bogna bohdan boris branko brendan brett brianna bridie britta bronte bronwyn bruna burak cagla caio
    callum camilla candice carina carmelo carolin carsten casper cassandra catalina catarina catriona ceri
    chantal charlene christa christophe ciara ciaran cillian clarissa clemens clement colleen constance
    constantin corinna corinne cosmin cristian cristiano dagmar dagny damian damien danilo daria dariusz
    darya dawid debbie debora deirdre delphine demetrius derya desmond detlef dhruv diarmuid dilip dimitar
    dimitrios dinesh dirk divya dmitry dolores domenico dominika dominique dorota dorothea dorothee duncan
    ebba edith edmund eduard edwin edyta eero efua eileen eilidh einar ekaterina elaine eleanora eleni
    eleonora elif elin elina elisabetta eliza elke ellie elodie eloise els elsa elspeth emanuele emelie
    emiliano emilie emilio emine emir emre enrico ergun ernest ernst eskil esra estelle eszter eugenia
    eugenio evelina ewan ewelina fabienne fabio fabiola fabrice fabrizio farah farhan farid fathima fatou
    federica felicia felicitas felicity femke ferdinand fernanda filip filippo finlay fleur floriane
    francesc francine franco franz franziska freddie frederik fredrik frida fritz gareth gaurav gavriel
    gemma genevieve geoff georgina geraldine gerhard gert ghislaine giacomo gianni gijs gilles
    gillian giovanna gisela giselle gitte gonzalo grazyna guido guilherme gunther gustaf gustav gwen
    gwyneth hakan halima hamish hamza hanna hanne hanneke harald harish harriet harsh hartmut hasan hayley
    hedda hege heike heinrich heleen helga helle helmut hendrik henri henrike henryk herbert herman
    hermann hernan hilary hilde hildegard hjalmar holger horst hortense hubert hugh hugues humberto iain
    iga ikechukwu ilaria ilka ilse imogen imran inga inge ingeborg inger ingo inka ioana iratxe irena
    isaiah isha ishaan ishita ismail issam istvan iva ivana iveta ivo iwona jacek jacinta jacques jad
    jadwiga jagoda jaime jakob jamila jana janek janina janine janis janusz jarek jaroslav jarrod jasmin
    jasper javi jayesh jelle jens jeremiah jeroen jerzy jetske jiri jitka joana joaquin jochen joelle
    joerg jolanda jolanta jonathon jonty joost jordi jorg joris jorn josefin josefine josephine josie
    jovana jozef julieta julita julius justine justyna jutta jyoti kacper kaja kajsa kamil karan kari
    karolina karoline karsten kasia kasper katarina katarzyna kateryna kathrin katrien katrin kavya keira
    kerstin khadija kiera kieran kiran kirsten kirsty kjell klaudia koen konrad konstantin kristine
    kristoffer krystyna krzysztof kunal kwesi lachlan laia lakshmi lalita lamar lana larissa lasse
    laurence lauri lavinia leandro leanne leif lennart leonard leonardo leonor leonora leopold leroy lidia
    lieke liesbeth lilian liliana lilly linnea linus lionel lisbeth liv livia lola lorena lorraine lothar
    lotta lotte louie louisa lovisa luana luc lucja ludmila ludovic ludwig luigi luiz lukasz lutz lynda
    lynne maarten maartje maddison magali magda mahmoud maite maja malgorzata malgosia malin malte mandeep
    manish manisha manoj manon manuela marcela marcella marcello marcelo marcin marcio maren margarida
    margherita margit margreet marguerite marian marianne mariano maribel marieke mariela marija marius
    mariusz marleen marlene marlies marlon martijn martyna maryam masako massimo mathias mathilda mathilde
    matilda matilde matthieu matthijs maura mauricio maurizio maxime maximilian meera mehdi meike melina
    melinda merel merete mette micaela michaela michal mieke mihai mikael mikkel mikko milos mirella
    mirjam mirko mitchell mohan mohit monique montserrat morag morten muhammad mukesh murat muriel myriam
    nadja nadya naima nandini naoko natalija nathalie nathaniel neela neeraj nele nerea niamh niccolo
    nicky nicolo nikita niklas niklaus nikola nikolaj nils ninon nisha nitin noelia noemi nuno nuria
    octavia odile oleg olena omkar oona oriol orla oskar osman ottavia ozlem paavo paloma pankaj paolina
    patrice patricio patrik patrycja paulina paulo pawel payal peder pernille perrine petr petros petter
    philippa philomena pierrick pieter pilar poonam pradeep prakash pranav prashant pratik preeti prisca
    priscilla priyanka przemek rachael radek radoslaw rafaela rafal raffaele raghav rahul raimund rainer
    rakesh ralf ramesh ramona raphael rashid rasmus rebekka reinhard reinhold remi renate renaud renee
    reto rhiannon rhona rhys riccardo rikke ritika ritu robbert rocio roderick roel rogier rohit roisin
    rolf romain ronan ronja rory rosalia rosalie rosanna rosario roselyn rosemary rosita roxana rudiger
    rudolf rudy rupert rutger sabina sachin sadie safiya sahil saif saira salma salvador salvatore sameer
    sami sanam sandeep sander sandrine sandro sanna santiago santosh sascha satu saurabh sebastiaan
    sebastien segolene selin selma shanelle shashi shivani shreyas shruti siddharth siegfried sigrun silje
    silke silvana silvio simona simran sindre sinead siri siv slawomir sneha snezana sofie soledad solene
    solveig sonal soraya soumya staffan stanislav stanislaw stefania stefano steffen steffi stephane stig
    stijn stina stine suresh sushma suzanna svein svenja sylvain sylwia szymon tabitha tadeusz tahlia
    takeshi tamar tamsin tania tanja tarquin tarun tatjana tejas teodora tessa thandiwe thea theodor
    theodore thijs thilo thorsten tiago tilman timo tobiasz toby tommaso tommy tomoko toni tonje torben
    torsten tristan trond trudy tuomas tuva tyrell tyrone ueli ulf ulla ulrike umesh urs urszula usha uwe
    valentin valeria valerio vandana vasco vasily veerle veikko verena vibeke victoire vidya vikas
    viktoria vilde ville vinay vincenzo vinod virginie vishal vitor vittoria vittorio viviana vivien
    vladislav volker waltraud wanjiru weronika wesley whitney wiebke wiktor wilfred wilhelm willem wim
    winston wioletta wojciech wolfram wouter xenia ximena yannick yaroslav yash yasmina yasmine yazid
    yevgeny ylva yohan yosef yves zahra zainab zbigniew zdenek zeno zita zuzana zuzanna
    """.split()  # noqa: SIM905  words read better as prose than as a list of quotations
)

TITLE_WORDS: Final = frozenset(
    """
    academic account accountant actuary administrator advisor adviser agent analyst architect artist
    assistant associate attorney author banker barista biologist biostatistician buyer ceo cfo chef chemist
    chief cio clerk clinician cmo coach consultant contractor controller coo coordinator copywriter counsel
    counselor counsellor cpo creator cto curator dean dentist designer developer devops director doctor
    economist editor educator employee engineer engineering entrepreneur evp executive facilitator fellow
    filmmaker founder fundraiser geologist geographer head hr illustrator inspector instructor intern
    investigator investor journalist judge junior lawyer lead leader lecturer librarian manager managing
    marketer md mechanic mentor minister nurse officer operator organizer owner paralegal partner pastor phd
    pharmacist photographer physician physicist planner pm policymaker postdoc practitioner president
    principal producer product professor programmer psychologist recruiter reporter representative
    researcher resident salesperson scholar scientist secretary senior specialist sr staff statistician
    strategist student supervisor svp teacher technician technologist tech therapist trader trainee trainer
    translator treasurer tutor underwriter ux veterinarian vp vice volunteer writer ingenieur ingenieurin
    entwickler entwicklerin leiter leiterin geschaftsfuhrer geschaftsfuhrerin berater beraterin referent
    referentin redakteur redakteurin professorin wissenschaftler wissenschaftlerin lehrer lehrerin analystin
    projektleiter projektleiterin sachbearbeiter sachbearbeiterin chefin teamleiter teamleiterin managerin
    gestalterin gestalter directeur directrice responsable ingenieure consultante chercheur chercheuse
    enseignant enseignante chargee gerante conseiller conseillere redacteur redactrice cheffe coordinatrice
    coordinateur graphiste gerente ingeniero ingeniera analista directora consultor consultora profesor
    profesora jefe jefa investigador investigadora disenador disenadora coordinador coordinadora
    desarrollador desarrolladora abogado abogada periodista dirigente ingegnere direttore direttrice
    ricercatore ricercatrice consulente engenheiro engenheira diretor diretora gerenta pesquisador
    pesquisadora professora onderzoeker adviseur ontwikkelaar beleidsmedewerker projectleider utvecklare
    chefen
    """.split()  # noqa: SIM905
)

ORGANIZATION_WORDS: Final = frozenset(
    """
    inc llc ltd gmbh ag sa sas sarl srl spa bv nv ab oy plc corp corporation co company group holding
    holdings partners university college school institute academy hospital clinic museum library bank
    capital ventures fund foundation trust agency ministry department council city county state office
    bureau association society union center centre labs lab studio studios systems solutions technologies
    technology software consulting services media press publishing news network networks energy health
    healthcare pharma biotech robotics analytics works industries logistics motors airlines insurance
    financial universitat hochschule stiftung verein klinik krankenhaus verlag stadtwerke universite ecole
    universidad escuela universita fondazione banca banco universidade instituto fundacion hospitaller
    collective cooperative coop initiative international national global laboratories research electric
    interactive ngo nonprofit alliance design freelance self-employed selfemployed werke banque hopital
    genomics therapeutics diagnostics biosciences bioscience biologics pharmaceuticals pharmaceutical medical institut
    instruments devices semiconductor semiconductors aerospace automotive architects records pictures films games
    coalition commission federation league pantry ministerium behorde fundacao empresa editora agentur redaktion
    """.split()  # noqa: SIM905
)

CHANNELS: Final = frozenset(
    """
    email mail linkedin phone call text sms whatsapp twitter x instagram facebook slack discord dm inmail
    message inperson telefon signal telegram letter website form event conference zoom xing mailto wechat
    telephone correo courriel handshake alumni bumble reddit mastodon bluesky handwritten cold
    """.split()  # noqa: SIM905
)

MODES: Final = frozenset(
    """
    zoom teams meet skype facetime phone call video virtual online inperson person coffee office lunch
    campus remote telephone telefon vidéo vor ort persönlich webex googlemeet cafe café walk video-call
    breakfast dinner hybrid onsite presencial visio vorort kaffee personlich prasenz whatsapp email mail
    face other
    """.split()  # noqa: SIM905
)

# Ways to meet that are no ways to write.
MEETINGS: Final = frozenset(
    """
    zoom teams meet skype facetime video virtual online inperson person coffee office lunch campus remote webex
    googlemeet cafe vor ort vorort personlich prasenz presencial visio breakfast dinner hybrid onsite walk kaffee face
    """.split()  # noqa: SIM905
)

SOURCES: Final = frozenset(
    """
    linkedin alumni alumnus alum network friend friends family colleague colleagues conference event meetup
    referral google web website search university professor teacher classmate neighbor neighbour cousin
    uncle aunt mentor boss coworker former twitter podcast article newsletter book blog introduction cold
    directory club church gym career fair panel webinar slack community handshake sister brother mother
    father parent roommate indeed recruiter job board intro
    """.split()  # noqa: SIM905
)

FEELINGS: Final = frozenset(
    """
    inspired icky meh energized energised excited drained neutral great good ok okay bored curious hopeful
    flat warm cold happy sad tired encouraged discouraged confused mixed uninspired motivated love loved
    hate awkward positive negative fine bad amazing inspiriert begeistert interessiert ernuchtert gemischt
    inspiree enthousiaste mitige inspirado entusiasmado
    """.split()  # noqa: SIM905
)

RATINGS: Final = frozenset(
    """
    high medium low mid top hoch mittel niedrig alto medio bajo basso haut bas
    """.split()  # noqa: SIM905
)

STATUSES: Final = frozenset(
    """
    sent scheduled replied responded completed complete done waiting pending contacted emailed met thanked
    researching outreach bumped dormant declined rejected accepted ghosted applied interviewed open closed
    draft planned todo follow followup followed active inactive connected identified requested cancelled
    canceled rescheduled ongoing booked nurture nurturing warm interested talked spoke messaged reached
    silence noreply response reply new progress touch hold queued backlog offen geplant erledigt gesendet
    angefragt geantwortet abgesagt zugesagt getroffen wartet kontaktiert beantwortet envoye attente repondu
    planifie termine relance refuse contacte enviado pendiente respondido agendado realizado rechazado hecho
    contactado inviato mailed delivered written given called texted phoned posted lm vm voicemail left
    risposto fissato fatto bounced withdrawn prospect lead bumping idea final warming cold archived
    """.split()  # noqa: SIM905
)

PLACES: Final = frozenset(
    """
    usa uk us ca ny tx ma wa il dc pa oh ga nc va co or fl nj az md mn ct germany france spain italy canada
    australia india china japan brazil mexico netherlands belgium switzerland austria sweden norway denmark
    finland poland ireland scotland england wales portugal kenya nigeria singapore london paris berlin
    munich hamburg cologne frankfurt vienna zurich madrid barcelona rome milan lisbon porto amsterdam
    rotterdam utrecht brussels stockholm oslo copenhagen helsinki warsaw prague budapest dublin edinburgh
    glasgow manchester bristol leeds boston chicago seattle austin denver portland atlanta houston dallas
    philadelphia phoenix detroit miami minneapolis pittsburgh toronto vancouver montreal ottawa sydney
    melbourne brisbane auckland tokyo osaka kyoto seoul beijing shanghai mumbai bangalore delhi nairobi
    lagos accra cairo tel aviv istanbul athens remote nyc york francisco angeles diego jose san los new
    washington california texas oregon ohio virginia carolina georgia colorado munchen koln wien lyon
    marseille toulouse bordeaux nantes lille sevilla valencia torino napoli bologna firenze sao paulo rio
    raleigh durham nashville columbus cleveland baltimore oakland sacramento brooklyn manhattan
    madison ghent antwerp leipzig dresden stuttgart dusseldorf bremen hannover bonn freiburg basel bern
    geneva lausanne salzburg graz europe
    """.split()  # noqa: SIM905
)

RESPONSES: Final = frozenset(
    """
    yes no maybe accepted declined agreed refused positive negative neutral bounced undeliverable interested
    busy later unavailable ghosted silent none noreply response reply replied responded answered auto ooo
    rejected withdrawn other ignored pending waiting awaiting happy unsubscribed wrong address autoreply
    said ja nein abgelehnt zugesagt abgesagt oui non refuse accepte si rechazado aceptado rifiutato
    accettato sim nao recusado nee
    """.split()  # noqa: SIM905
)
