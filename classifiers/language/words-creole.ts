/**
 * Words of Haitian Creole, Cabo Verdean Creole, Vietnamese and Somali as residents write to the city; written by hand.
 * @module
 */
export const ht = `
mwen m ou w li l nou n yo y sa a la an lan yon youn de nan sou anba ak avèk avek san pou pa pap p ki kisa kote kilè kile kijan kouman poukisa konbyen
se te ap ta gen genyen gin pran fè fe fèt di ban bay ba voye vin vini ale al soti rive wè we konnen konprann renmen vle bezwen bezwenn ka kapab kab dwe
tanpri silvouplè souple svp mèsi mesi anpil bonjou bonswa alo alò wi non oke men epi oswa oubyen paske pase si lè le kan depi jouk jiska toujou ankò anko janm
deja jodi jodia yè ye demen maten aswè swa semèn semenn mwa ane jou tan kounye kounya kounyea la a isit lakay kay kote devan dèyè deye bò bo kwen
tout anpil twòp twop plen chak lòt lot menm pèsòn pesonn anyen yonn moun timoun fanm gason pitit papa manman frè sè vwazen vwazin mèt met pwopriyetè
lari ri wout twotwa trotwa twou tou gwo ti limyè limye lanp poto elektrik kouran fil siyal pano fatra poubèl poubel ranmase ranmase'l resiklaj pyebwa
pye bwa branch tonbe rat sourit ravèt ravet nèj nej glas machin kamyon abandone pake estasyone bloke bouche kanal egou dlo inonde inondasyon
koule fwit sant santi gaz lafimen dife boule boukan lapolis ponpye anbilans ijans aksidan blese mouri chen chat bilding apatman chofaj frèt fret cho bri mizik fèt
grafiti mi miray pak lekòl lekol legliz boutik kraze kase gate fann etenn mache pa'p repare ranje netwaye sal salte danje danjere
rapòte rapote plent rapò nimewo pale moun vil majistra pèmi peye lajan kontravansyon mesaj sispann kanpe anile estati dosye dòmi domi
grangou manje malad maladi lopital doktè ede èd ed m'ap map wap lap nap yap mwenn pou'm poum poun ba'm banm fòk fok konsa tankou
vre wi sè dakò dako byen mal bon move malad touye tèt tet lavi viv disparèt pèdi tire kout zam bal kouto batay goumen bat respire pwoblèm pwoblem
lendi madi mèkredi jedi vandredi samdi dimanch matla jete adrès adres kisa ki sa pa gen pa te nan katye zòn zon tann rele reponn sèvi sevi pwòp kraponnen
mezanmi tranbleman lapli lapriyè kijan'w eske èske nenpòt kèk kek ase aprè apre anvan avan anwo anndan deyò deyo chita kanpe travay`
export const kea = `
n nu bu bo bô nhos nhôs es el e é mi ami abo ael anos di da na ku co pa pamodi pamódi ki qui k kê ka ca ta tâ sta stâ sa sata dja djâ tene tem ten tinha ten
temi ser era foi bai ben bem fazi fazê fase kre krê kria meste mestê mesti pode podê podi da dá toma odja ôdja obi fla flâ papia pápia konta sabe sabi xinti
undi undê undé kantu kuandu kuze kuzê kuzas cusa kusa kasi sima mas tambe tambê también li la lá gosi gósi oji ôji onti ónti manha manhan noti dia simana semana mes anu anus
tudu tudo txeu tcheu txeo poku pôku nada ningen ninguém algen arguem alguen otu otru otus mesmu kel kes kela kel-li es-li nhas nha bu nos nôs ses se si sê
obrigadu obrigada brigadu favor pur favor ola oi bon bondia bondi ajuda djuda judan djudan presiza presizu ten ki
rua ruas kaminhu kalsada pasiu buraku buracu buracos luz lus posti lampa sinal plaka lixu lixo txeru tcheru kontentor bidon panha panhadu limpa limpu suju
arvi arvori arvuri kai kaídu kaiu ramu ratu ratus ratos barata nevi neve jelu gelu karu karus kamion abandonadu stasionadu parkiadu garaji entrada blokia blokiadu ntupidu
sgotu agu agua inundadu ta koridu ta txera gas gaz fumu fogu incendiu kema ta kema pulisia polisia bonberu bonberus anbulansia imerjensia aksidenti feridu mortu
katxor katchor katxoru gatu bizinhu vizinhu vizinhus kaza casa prediu apartamentu donu senhoriu friu kenti baruju barudju muzika festa pintadu paredi parki mininu mininus
skola fitxadu kebradu kebrado stragadu danadu pagadu apagadu funsiona ta funsiona konpo konpoi ranja ranjadu grandi garandi pirigozu prigozu perigu
denunsia numeru algen papia kunpridu sidadi cidadi presidenti lisensa paga multa kantu mensaji mensajen para manda kansela kazu inda ainda nunka sempri
bairu igreja loja verdadi sertu dretu drêtu ben mal diskulpa sin sí nau nãu nton anton dipos antis kaba kabadu bida mata matan mori morri disaparsidu fidju fidja mai pai
tiru arma faka ta briga ta ravida rispira podê-m djobe djuga mora ta mora moradu nes nez ness kantidadi kolxon moveis bota botadu ali alí dentu fora riba baxu lonji pertu juntu
quel qel kel qui cu mi m-ta ca sta ta sta-ta nha nhas bu nho nhos quês kes quelota sabê sabi criolo kriolu krioulo kauverdianu modi mó móda propi própi bergonha vergonha
alguem arguém ninguém fala fla falá pa banda skerda esquerda dreta drêta bedjo bedju bedja trabadja trabadju trabadjo consigui konsigi durmi dormi acorda corda ben bem dexa dexá traz traze leba lebá
tra trá bota poi pô gritu gritá djobi spera sperá djunta djuntu riba rabida caminhu estrada strada kanal ques aqueles aquel kuzê cusé pamô pamo gó gosim logu sempri sempre nunca más di mês semana
rapas rapaz mosinhus mosinhas minis mininas omi ómi mudjer mudjeri amigu vizinhansa comida cumida dinheru dinhero trabesa travessa`
export const vi = `
tôi toi mình bạn ban anh chị em ông bà chúng ta họ nó này kia đó đây đâu nào gì ai sao khi nào bao giờ thế thì là mà và hay hoặc với của cho
trong ngoài trên dưới trước sau bên cạnh gần ở tại từ đến tới qua vào ra lên xuống có không khong chưa đã đang sẽ bị được cần muốn phải nên rất quá lắm
nhiều ít một hai ba bốn cái con chiếc cây người nhà đường duong phố pho vỉa hè ổ gà hố lỗ đèn den giao thông biển báo rác rac thùng thu gom
đổ tái chế ngã đổ cành chuột chuot gián tuyết băng xe hơi tải bỏ đậu đỗ chặn chắn cống nghẹt ngập ngap nước nuoc rò rỉ mùi ngửi khí ga gas khói cháy lửa
cảnh sát cứu hỏa cấp cứu khẩn cấp tai nạn thương chết chó mèo hàng xóm chung cư căn hộ chủ lò sưởi nóng lạnh ồn tiếng nhạc tiệc vẽ bậy tường công viên trẻ
trường học góc hư hỏng bể gãy tắt sáng hoạt động sửa chữa dọn dẹp dơ bẩn đầy nguy hiểm lớn to nhỏ báo cáo khiếu nại số gọi nói chuyện thành phố
thị trưởng giấy phép trả tiền phạt bao nhiêu tin nhắn nhắn ngừng dừng gửi hủy tình trạng yêu cầu vẫn còn luôn lại lần nữa khu vực chợ
cửa hàng đúng sai vâng dạ ừ xin chào cảm ơn cám ơn giúp làm ơn lỗi tuần tháng năm ngày hôm qua nay mai sáng chiều tối đêm nệm ghế bàn vứt giết
tự tử sống mất tích con trai gái mẹ cha súng bắn dao đánh nhau thở điện dây không ai đến rồi thấy biết hỏi muốn được nhưng vì nếu như cũng chỉ những các
mấy cả toàn nhiều lâu hết đi về ăn làm xong giờ vậy nha ạ nhé đồ phân chuồng ống vòi bệnh`
export const so = `
waa waxaa waxa wuxuu waxay waxaan waan wuu way ayaa ayay ayuu baa buu bay ka ku la u oo iyo ama laakiin haddii in inay inuu inaan aan aanan ma maya haa miyaa mise
ani anigu adiga isaga iyada annaga innaga iyaga kan tan kuwan kaas taas halkan halkaas xaggee xagee halkee meel meesha goorma maxaa maxay sidee imisa immisa yaa kuma sababta
fadlan mahadsanid mahadsan mahad salaan asc assalamu calaykum subax wanaagsan galab habeen maalin maanta shalay berri toddobaad usbuuc bil sanad sano
hadda weli wali mar kale had iyo jeer weligay aad badan yar weyn weyn wada dhan kasta kale wax waxba qof qofna dad dadka carruur ilmo wiil gabar hooyo aabo
waddo wadada wadadda jidka jid dariiqa darig laami god godad dalool nal nalka nalalka iftiin laydh koronto tiir calaamad qashin qashinka qashinkii lama qaadin qaaday qaadid
geed geedka geedo laan dhacay dhacday jiir jiirka dooli baranbaro baraf barafka gaari gaariga baabuur laga tagay dhigan baarkin xiran xidhan biyo biyaha biyuhu daad
fatahaad daadanaya qulqulaya ur uraya uraysa gaas gaaska qiiq qiiqa dab dabka gubanaya gubasho boolis booliska dabdamiska ambalaas gurmad degdeg shil dhaawac dhaawacan
dhintay dhimatay meyd eey eeyga bisad deris deriska guri guriga dhismo dhismaha qol mulkiilaha kulayl kululeeye qabow sawaxan buuq muusig xaflad derbi beer beerta iskuul
dugsi xaafad xaafadda gees geeska jaban jabay jajaban kharriban xumaaday damay daaran shaqaynayn shaqeynayn shaqaynaysa shaqeyn hagaajin hagaajiya dayactir nadiifin nadiifiya
wasakh buuxa khatar halis warbixin cabasho ogaysiin lambar lambarka wac hadal la hadlo magaalo magaalada duqa ruqsad bixin lacag ganaax fariin fariimo jooji joojiya dir
diraya kansal xaalad codsi codsigayga caawi caawiya caawimo gargaar rabaa doonayaa raba rabtaa karaa kartaa karaan jiraa jirto jira yahay tahay
ahay yihiin ahaa leh lahaa haysto saxan sax khalad hagaag haye guriga suuq dukaan masaajid jiifa dil dili nafta nolol lumay luntay la'yahay rasaas qori mindi dagaal neefsan
furaash kursi daadiyay tuuray xoolo nabad qabtaa iska warran dhibaato dhib`
