import { graphql } from 'relay-runtime';

export default graphql`
  mutation CancelSignupMutation($input: CancelSignupInput!) {
    cancelSignup(input: $input) {
      signup {
        id
        status
      }
      role {
        id
        freePlaces
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`;
