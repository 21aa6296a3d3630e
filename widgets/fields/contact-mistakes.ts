/** Texts of mistakes in a telephone and an e-mail address, by the codes of the contract. All forms share them. */
export const CONTACT_MISTAKES = {
  phone: 'Введите телефон с кодом, например 8 903 123-45-67.',
  phoneForeign: 'Иностранный номер начните с плюса и кода страны.',
  phoneExtension: 'Введите номер без добавочного: на него придёт СМС.',
  phoneFree: 'На номер 8 800 СМС не придёт. Введите свой телефон, например 8 903 123-45-67.',
  email: 'Введите адрес почты, например ivanova@example.ru.',
  emailLetters:
    'Проверьте буквы в адресе почты: до знака @ они латинские, а между точками после него — одного алфавита.',
};
