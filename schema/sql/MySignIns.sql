-- MySignIns, asked as school-admin: answered by statement

-- the whole query, for staff; teacher + staff (as teacher); school + staff + auditsSchool (as school-admin); staff + auditsSchool
-- _r0: Viewer.staff
-- _l0: Staff.identities
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."linked_at"::text || '",' || right(
                    json_build_array(
                      _l0."issuer",
                      (
                        select
                          to_json(
                            (
                              select crd.set_up_at
                              from local_credential crd
                              where crd.identity_id = _l0.id
                            )
                          ) #>> '{}'
                      ),
                      (
                        select
                          to_json(
                            (
                              select crd.last_used_at
                              from local_credential crd
                              where crd.identity_id = _l0.id
                            )
                          ) #>> '{}'
                      ),
                      (
                        case
                          when _l0.account_id = $2::uuid then (
                            select
                              case
                                when crd.set_up_at is not null then cardinality(crd.recovery_marks)
                              end
                            from local_credential crd
                            where crd.identity_id = _l0.id
                          )
                        end
                      )
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from staff_identity _l0
                  where
                    (
                      _l0.account_id = (
                        select acc.id
                        from account acc
                        where acc.person_id = _r0.person_id
                      )
                      and _l0.account_id = $2::uuid
                      and true
                    )
                  order by
                    _l0."linked_at" asc,
                    _l0."id" asc
                  limit $3::int
                ) _l0
            ),
            case
              when (_r0.id = $4::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."staff_number")::text, -1))
        from staff _r0
        where
          (
            _r0.id = $5::uuid
            and (
              _r0.id = $4::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_id = any ($6::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _r0: Viewer.staff
-- _l0: Staff.identities
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."linked_at"::text || '",' || right(
                    json_build_array(
                      _l0."issuer",
                      (
                        select
                          to_json(
                            (
                              select crd.set_up_at
                              from local_credential crd
                              where crd.identity_id = _l0.id
                            )
                          ) #>> '{}'
                      ),
                      (
                        select
                          to_json(
                            (
                              select crd.last_used_at
                              from local_credential crd
                              where crd.identity_id = _l0.id
                            )
                          ) #>> '{}'
                      ),
                      (
                        case
                          when _l0.account_id = $2::uuid then (
                            select
                              case
                                when crd.set_up_at is not null then cardinality(crd.recovery_marks)
                              end
                            from local_credential crd
                            where crd.identity_id = _l0.id
                          )
                        end
                      )
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from staff_identity _l0
                  where
                    (
                      _l0.account_id = (
                        select acc.id
                        from account acc
                        where acc.person_id = _r0.person_id
                      )
                      and (
                        _l0.account_id = $2::uuid
                        or exists (
                          select 1
                          from
                            account acc
                            join staff stf on stf.person_id = acc.person_id
                          where
                            acc.id = _l0.account_id
                            and exists (
                              select 1
                              from staff_assignment asg
                              where
                                asg.staff_id = stf.id
                                and asg.ended_at is null
                                and (
                                  asg.valid_to is null
                                  or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                )
                                and asg.district_id = any ($4::uuid[])
                            )
                        )
                      )
                      and true
                    )
                  order by
                    _l0."linked_at" asc,
                    _l0."id" asc
                  limit $5::int
                ) _l0
            ),
            case
              when (
                (
                  _r0.id = $6::uuid
                  or exists (
                    select 1
                    from staff_assignment asg
                    where
                      asg.staff_id = _r0.id
                      and asg.ended_at is null
                      and (
                        asg.valid_to is null
                        or asg.valid_to >= greatest(asg.valid_from, $3::date)
                      )
                      and asg.district_id = any ($4::uuid[])
                  )
                )
              ) is not true then 'false'
              else 'null'
            end
          ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."staff_number")::text, -1))
        from staff _r0
        where
          (
            _r0.id = $7::uuid
            and (
              _r0.id = $6::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.district_id = any ($4::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
-- _r0: Viewer.staff
-- _l0: Staff.identities
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."linked_at"::text || '",' || right(
                    json_build_array(
                      _l0."issuer",
                      (
                        select
                          to_json(
                            (
                              select crd.set_up_at
                              from local_credential crd
                              where crd.identity_id = _l0.id
                            )
                          ) #>> '{}'
                      ),
                      (
                        select
                          to_json(
                            (
                              select crd.last_used_at
                              from local_credential crd
                              where crd.identity_id = _l0.id
                            )
                          ) #>> '{}'
                      ),
                      (
                        case
                          when _l0.account_id = $2::uuid then (
                            select
                              case
                                when crd.set_up_at is not null then cardinality(crd.recovery_marks)
                              end
                            from local_credential crd
                            where crd.identity_id = _l0.id
                          )
                        end
                      )
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from staff_identity _l0
                  where
                    (
                      _l0.account_id = (
                        select acc.id
                        from account acc
                        where acc.person_id = _r0.person_id
                      )
                      and _l0.account_id = $2::uuid
                      and true
                    )
                  order by
                    _l0."linked_at" asc,
                    _l0."id" asc
                  limit $3::int
                ) _l0
            ),
            case
              when (_r0.id = $4::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."staff_number")::text, -1))
        from staff _r0
        where
          (
            _r0.id = $5::uuid
            and _r0.id = $4::uuid
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Viewer.staff
-- _l0: Staff.identities
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."linked_at"::text || '",' || right(
                    json_build_array(
                      _l0."issuer",
                      (
                        select
                          to_json(
                            (
                              select crd.set_up_at
                              from local_credential crd
                              where crd.identity_id = _l0.id
                            )
                          ) #>> '{}'
                      ),
                      (
                        select
                          to_json(
                            (
                              select crd.last_used_at
                              from local_credential crd
                              where crd.identity_id = _l0.id
                            )
                          ) #>> '{}'
                      ),
                      (
                        case
                          when _l0.account_id = $2::uuid then (
                            select
                              case
                                when crd.set_up_at is not null then cardinality(crd.recovery_marks)
                              end
                            from local_credential crd
                            where crd.identity_id = _l0.id
                          )
                        end
                      )
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from staff_identity _l0
                  where
                    (
                      _l0.account_id = (
                        select acc.id
                        from account acc
                        where acc.person_id = _r0.person_id
                      )
                      and _l0.account_id = $2::uuid
                      and true
                    )
                  order by
                    _l0."linked_at" asc,
                    _l0."id" asc
                  limit $3::int
                ) _l0
            ),
            case
              when (_r0.id = $4::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."staff_number")::text, -1))
        from staff _r0
        where
          (
            _r0.id = $5::uuid
            and (
              _r0.id = $4::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_class_id = any ($6::uuid[])
              )
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_id = any ($7::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
